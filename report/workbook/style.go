package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// form is how a cell looks.
type form uint8

// The forms of a cell.
const (
	formText form = iota
	formTitle
	formIntro
	formHeadText
	formHeadNumber
	formLink
	formSymbol // stands for an absent number
	formWhole
	formPercent
	formDays
	formRank
	formSignedWhole
	formSignedPercent
	formSignedDays
	formPoints
	formCount
)

func (f form) isNumber() bool { return f >= formWhole }

// numberFormats are the number formats of the forms that hold a number. The
// cells themselves hold the value unrounded.
var numberFormats = [formCount]string{
	formWhole:         "#,##0",
	formPercent:       "0.0%",
	formDays:          "#,##0.0",
	formRank:          "0",
	formSignedWhole:   "+#,##0;-#,##0;0",
	formSignedPercent: "+0.0%;-0.0%;0.0%",
	formSignedDays:    "+#,##0.0;-#,##0.0;0.0",
	formPoints:        "+0.0;-0.0;0.0",
}

// dutchFormat makes a number format Dutch in programs that follow the format
// and not the settings of the user: a comma before decimals, a dot between
// thousands.
const dutchFormat = "[$-413]"

// The font of the workbook. The house style is for page and charts; the
// standard for published tables asks for this one.
const (
	bodyFont  = "Arial"
	bodySize  = 12
	titleSize = 16
)

// headingOne is the identity of the built-in cell style Heading 1.
const headingOne = 16

// styleSet holds the style of each form, plain and for a text that must not
// be taken for a formula.
type styleSet struct {
	file *excelize.File
	ids  [formCount][2]int
}

func (s *styleSet) id(f form, quoted bool) int {
	if quoted {
		return s.ids[f][1]
	}
	return s.ids[f][0]
}

func newStyles(file *excelize.File) (*styleSet, error) {
	s := &styleSet{file: file}
	if err := file.SetDefaultFont(bodyFont); err != nil {
		return nil, err
	}
	size := float64(bodySize)
	file.Styles.Fonts.Font[0].Sz.Val = &size
	for f := formText; f < formCount; f++ {
		if err := s.add(f); err != nil {
			return nil, err
		}
	}
	s.nameHeading()
	return s, nil
}

func (s *styleSet) add(f form) error {
	id, err := s.file.NewStyle(s.style(f))
	if err != nil {
		return err
	}
	s.ids[f] = [2]int{id, id}
	if !f.isNumber() {
		s.ids[f][1] = s.quoted(id)
	}
	return nil
}

// style describes the looks of a form.
func (s *styleSet) style(f form) *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Family: bodyFont, Size: bodySize},
		Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true},
	}
	if format := numberFormats[f]; format != "" {
		format = dutchFormat + strings.ReplaceAll(format, ";", ";"+dutchFormat)
		style.CustomNumFmt = &format
		style.Alignment.Horizontal = "right"
		style.Alignment.WrapText = false
	}
	switch f {
	case formTitle:
		style.Font.Bold, style.Font.Size = true, titleSize
		style.Alignment.WrapText = false
	case formIntro:
		style.Alignment.WrapText = false
	case formHeadText, formHeadNumber:
		style.Font.Bold = true
		style.Border = []excelize.Border{{Type: "bottom", Style: 2, Color: "000000"}}
		style.Alignment.Vertical = "bottom"
	case formLink:
		style.Font.Underline, style.Font.Color = "single", "0563C1"
	}
	if f == formHeadNumber || f == formSymbol {
		style.Alignment.Horizontal = "right"
	}
	if style.Alignment.Horizontal == "right" {
		style.Alignment.Indent = 1
	}
	return style
}

// quoted adds a copy of a style that marks its text as text, whatever its
// first character: excelize has no option for it.
func (s *styleSet) quoted(id int) int {
	list := s.file.Styles.CellXfs
	yes := true
	xf := list.Xf[id]
	xf.QuotePrefix = &yes
	list.Xf = append(list.Xf, xf)
	list.Count = len(list.Xf)
	return list.Count - 1
}

// nameHeading makes the style of the titles the built-in style Heading 1, by
// which a screen reader knows a heading. excelize has no call for it.
func (s *styleSet) nameHeading() {
	sheet := s.file.Styles
	base := sheet.CellXfs.Xf[s.ids[formTitle][0]]
	base.XfID = nil
	sheet.CellStyleXfs.Xf = append(sheet.CellStyleXfs.Xf, base)
	sheet.CellStyleXfs.Count = len(sheet.CellStyleXfs.Xf)
	parent := sheet.CellStyleXfs.Count - 1
	heading, builtin := *sheet.CellStyles.CellStyle[0], headingOne
	heading.Name, heading.XfID, heading.BuiltInID = "Heading 1", parent, &builtin
	sheet.CellStyles.CellStyle = append(sheet.CellStyles.CellStyle, &heading)
	sheet.CellStyles.Count = len(sheet.CellStyles.CellStyle)
	for _, id := range s.ids[formTitle] {
		sheet.CellXfs.Xf[id].XfID = &parent
	}
}
