package opctest

import (
	"slices"
	"strings"
	"testing"
)

// orders gives the order of what may stand in an element, from the transitional
// schemas of ECMA-376 (wml.xsd, dml-main.xsd, dml-wordprocessingDrawing.xsd,
// dml-picture.xsd). Word calls a file that breaks it unreadable. Names that we
// never write are left out where the list is long.
var orders = map[string]string{
	"w:document": "background body",
	"w:body":     "* sectPr",
	"w:p":        "pPr *",
	"w:r":        "rPr *",
	"w:pPr": `pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
		shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE
		autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents
		suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr
		sectPr pPrChange`,
	"w:rPr": `rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
		snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
		fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath`,
	"w:numPr": "ilvl numId numberingChange ins",
	"w:tbl":   "bookmarkStart bookmarkEnd tblPr tblGrid tr",
	"w:tblPr": `tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
		tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription`,
	"w:tr":   "tblPrEx trPr tc",
	"w:trPr": "*", // a choice, in any order
	"w:tc":   "tcPr *",
	"w:tcPr": `cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign
		hideMark`,
	"w:sectPr": `headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
		lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid`,
	"w:sdt":    "sdtPr sdtEndPr sdtContent",
	"w:styles": "docDefaults latentStyles style",
	"w:style": `name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
		locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr`,
	"w:lvl": `start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr`,
	"w:settings": `writeProtection view zoom removePersonalInformation mirrorMargins bordersDoNotSurroundHeader
		documentProtection autoFormatOverride defaultTabStop autoHyphenation evenAndOddHeaders
		characterSpacingControl footnotePr endnotePr compat docVars rsids mathPr themeFontLang
		clrSchemeMapping decimalSymbol listSeparator`,
	"w:docDefaults":     "rPrDefault pPrDefault",
	"w:docPartObj":      "docPartGallery docPartCategory docPartUnique",
	"w:tblBorders":      "top left bottom right insideH insideV",
	"w:tcBorders":       "top left bottom right insideH insideV tl2br tr2bl",
	"w:tblCellMar":      "top left bottom right",
	"w:tblStylePr":      "pPr rPr tblPr trPr tcPr",
	"w:abstractNum":     "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
	"w:numbering":       "numPicBullet abstractNum num numIdMacAtCleanup",
	"w:sdtContent":      "*",
	"w:hyperlink":       "*",
	"w:hdr":             "*",
	"w:ftr":             "*",
	"w:footnote":        "*",
	"wp:inline":         "extent effectExtent docPr cNvGraphicFramePr graphic",
	"pic:pic":           "nvPicPr blipFill spPr",
	"pic:nvPicPr":       "cNvPr cNvPicPr",
	"pic:blipFill":      "blip srcRect tile stretch",
	"pic:spPr":          "xfrm custGeom prstGeom ln",
	"a:xfrm":            "off ext chOff chExt",
	"Types":             "Default Override",
	"Properties":        "*",
	"cp:coreProperties": "*",
}

// Ordered asserts that in every part each element has its children in the
// order of the schema, and that the order is known of every element that has
// children of more than one name.
func (p Package) Ordered(t testing.TB) {
	t.Helper()
	for _, name := range p.names() {
		p.Parts[name].ordered(t, name)
	}
}

func (e *Element) ordered(t testing.TB, part string) {
	t.Helper()
	var names []string
	for _, c := range e.Children {
		c.ordered(t, part)
		names = append(names, c.Name)
	}
	order, known := orders[e.Name]
	if !known {
		if len(slices.Compact(slices.Clone(names))) > 1 {
			t.Errorf("%s: %s holds %v, and no order of it is known", part, e.Name, names)
		}
		return
	}
	if fault := outOfOrder(strings.Fields(order), names); fault != "" {
		t.Errorf("%s: %s holds %s out of order: %v", part, e.Name, fault, names)
	}
}

// outOfOrder gives the first name that stands before its turn. A "*" takes
// every name that the order does not have.
func outOfOrder(order, names []string) string {
	at := 0
	for _, full := range names {
		name := full[strings.LastIndexByte(full, ':')+1:]
		turn := slices.Index(order, name)
		if turn < 0 {
			turn = slices.Index(order, "*")
		}
		if turn < at {
			return full
		}
		at = turn
	}
	return ""
}
