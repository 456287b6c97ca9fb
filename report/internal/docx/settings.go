package docx

import "herstel/report/internal/opc"

// numbering writes the part with the bullet of the lists.
func numbering(l look) opc.XML {
	level := el("lvl", at{"ilvl", "0"}, val("start", "1"), val("numFmt", "bullet"), val("pStyle", "ListBullet"),
		val("lvlText", "•"), val("lvlJc", "left"),
		el("pPr", nil, el("ind", at{"left", "360", "hanging", "360"})), el("rPr", nil, l.fonts(), val("color",
			l.accent)))
	return root("numbering", el("abstractNum", at{"abstractNumId", "0"}, val("multiLevelType", "singleLevel"), level),
		el("num", at{"numId", "1"}, val("abstractNumId", "0")))
}

// settings writes the part of the settings: how Word 2013 and later lays out.
func settings() opc.XML {
	options := []opc.XML{}
	for _, o := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"},
		{"enableOpenTypeFeatures", "1"},
		{"doNotFlipMirrorIndents", "1"}, {"differentiateMultirowTableHeaders", "1"}} {
		options = append(options, el("compatSetting", at{"name", o[0], "uri",
			"http://schemas.microsoft.com/office/word", "val", o[1]}))
	}
	return root("settings", el("zoom", at{"percent", "100"}), val("defaultTabStop", "709"),
		val("characterSpacingControl", "doNotCompress"),
		el("footnotePr", nil, el("footnote", at{"id", "-1"}), el("footnote", at{"id", "0"})),
		el("compat", nil, options...),
		el("themeFontLang", at{"val", language}), val("decimalSymbol", ","), val("listSeparator", ";"))
}
