package opctest

import (
	"slices"
	"strings"
	"testing"
)

// orders gives the order of what may stand in an element, from the transitional
// schemas of ECMA-376 (wml, pml, sml, dml-main, dml-wordprocessingDrawing,
// dml-picture, dml-chart). Word calls a file that breaks it unreadable. Names that we
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

	"p:presentation":     "sldMasterIdLst notesMasterIdLst handoutMasterIdLst sldIdLst sldSz notesSz defaultTextStyle",
	"p:sld":              "cSld clrMapOvr transition timing",
	"p:sldLayout":        "cSld clrMapOvr transition timing hf",
	"p:sldMaster":        "cSld clrMap sldLayoutIdLst transition timing hf txStyles",
	"p:notes":            "cSld clrMapOvr",
	"p:notesMaster":      "cSld clrMap hf notesStyle",
	"p:txStyles":         "titleStyle bodyStyle otherStyle",
	"p:cSld":             "bg spTree custDataLst controls",
	"p:bgPr":             "solidFill effectLst",
	"p:spTree":           "nvGrpSpPr grpSpPr *",
	"p:nvGrpSpPr":        "cNvPr cNvGrpSpPr nvPr",
	"p:sp":               "nvSpPr spPr style txBody",
	"p:nvSpPr":           "cNvPr cNvSpPr nvPr",
	"p:spPr":             "xfrm custGeom prstGeom noFill solidFill ln effectLst",
	"p:txBody":           "bodyPr lstStyle p",
	"p:pic":              "nvPicPr blipFill spPr style",
	"p:nvPicPr":          "cNvPr cNvPicPr nvPr",
	"p:blipFill":         "blip srcRect tile stretch",
	"p:graphicFrame":     "nvGraphicFramePr xfrm graphic",
	"p:nvGraphicFramePr": "cNvPr cNvGraphicFramePr nvPr",
	"p:xfrm":             "off ext",

	"a:p":             "pPr * endParaRPr",
	"a:r":             "rPr t",
	"a:fld":           "rPr pPr t",
	"a:lvl1pPr":       "lnSpc spcBef spcAft buClr buSzPct buFont buNone buChar tabLst defRPr",
	"a:defRPr":        "ln noFill solidFill effectLst highlight latin ea cs sym",
	"a:rPr":           "ln noFill solidFill effectLst highlight latin ea cs sym",
	"a:ln":            "noFill solidFill prstDash round headEnd tailEnd",
	"a:themeElements": "clrScheme fontScheme fmtScheme",
	"a:clrScheme":     "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink",
	"a:fontScheme":    "majorFont minorFont",
	"a:majorFont":     "latin ea cs",
	"a:minorFont":     "latin ea cs",
	"a:fmtScheme":     "fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst",

	"c:chartSpace": `date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData
		printSettings userShapes`,
	"c:chart": `title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly
		dispBlanksAs`,
	"c:plotArea":  "layout barChart lineChart catAx valAx dTable spPr",
	"c:barChart":  "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
	"c:lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
	"c:ser": `idx order tx spPr invertIfNegative marker pictureOptions dPt dLbls trendline errBars cat val smooth
		shape`,
	"c:dLbls": `dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent
		showBubbleSize separator showLeaderLines`,
	"c:dLbl":     "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal",
	"c:strRef":   "f strCache",
	"c:numRef":   "f numCache",
	"c:strCache": "ptCount pt",
	"c:numCache": "formatCode ptCount pt",
	"c:marker":   "symbol size spPr",
	"c:catAx": `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark
		tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`,
	"c:valAx": `axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark
		tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit`,
	"c:scaling":      "logBase orientation max min",
	"c:legend":       "legendPos legendEntry layout overlay spPr txPr",
	"c:spPr":         "xfrm custGeom prstGeom noFill solidFill ln effectLst",
	"c:txPr":         "bodyPr lstStyle p",
	"c:externalData": "autoUpdate",

	"worksheet":  "sheetPr dimension sheetViews sheetFormatPr cols sheetData",
	"styleSheet": "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs",
	"font":       "*",
	"border":     "left right top bottom diagonal",
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
