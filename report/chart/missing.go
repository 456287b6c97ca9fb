package chart

// Missing is the mark of a bar that cannot be drawn whole: hidden goes before not available. It is empty where every
// part is there.
func Missing(b Bar) string {
	mark := ""
	for _, value := range b.Values {
		if !value.Known && mark != MarkHidden && value.Label != "" {
			mark = value.Label
		}
	}
	return mark
}
