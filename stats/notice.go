package stats

// The ids of the notices, as in the contract.
const (
	NoticeNoCases      = "geen-zaken"
	NoticeSheetUnread  = "blad-ongelezen"
	NoticeHiddenRows   = "rijen-verborgen"
	NoticeEmptyColumn  = "kolom-leeg"
	NoticeUnreadColumn = "kolom-onleesbaar"
	NoticeLoneDate     = "datum-alleen"
	NoticeMonthGap     = "jaar-gat"
	NoticeYearJump     = "jaar-sprong"
	NoticeUnchecked    = "niet-nagekeken"
	NoticeUnseen       = "afleiden-ongezien"
	NoticeUnnamed      = "afleiden-ongenoemd"
	NoticeGarbled      = "tekens"
	NoticeLookalike    = "kop-lijkt-op"
	NoticeLinkLoose    = "koppel-los"
	NoticeLinkDouble   = "koppel-dubbel"
	NoticeLinkUnread   = "koppel-onleesbaar"
)

// Notice is something odd about the input as a whole, beside the findings on
// single rows. It holds no value from the export.
type Notice struct {
	ID       string
	Severity Severity
	Text     string // Dutch, without a full stop: what is odd and what to do
	File     string // empty: about all files together
	Sheet    string // empty for CSV
	Column   string // empty: about the whole file
	Rows     []int  // row numbers as the user sees them; nil when it is not about rows
}

// Place names the file and the sheet of the notice; empty for all files.
func (n *Notice) Place() string {
	if n.Sheet == "" {
		return n.File
	}
	return n.File + ", blad " + n.Sheet
}

// Line is the notice with its place in front, on one line.
func (n *Notice) Line() string {
	if n.File == "" {
		return n.Text
	}
	return n.Place() + ": " + n.Text
}
