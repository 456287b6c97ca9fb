package docx

import (
	"strings"

	"herstel/report/internal/opc"
)

// at holds attributes.
type at = opc.A

// el writes an element of WordprocessingML: names without a prefix get "w:".
// The order of what stands in it matters to Word.
func el(name string, attributes at, inside ...opc.XML) opc.XML {
	for i := 0; i < len(attributes); i += 2 {
		if !strings.Contains(attributes[i], ":") {
			attributes[i] = "w:" + attributes[i]
		}
	}
	return opc.Element("w:"+name, attributes, inside...)
}

// val writes an element that has but a value.
func val(name, value string) opc.XML { return el(name, at{"val", value}) }

// on writes an element that switches something on, if it is on.
func on(name string, is bool) opc.XML {
	if !is {
		return ""
	}
	return el(name, nil)
}

// root writes the root element of a part.
func root(name string, inside ...opc.XML) opc.XML {
	return el(name, at{
		"xmlns:w", mainSpace,
		"xmlns:r", opc.Relations,
		"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
		"xmlns:a", opc.Drawing,
		"xmlns:pic", opc.Picture,
	}, inside...)
}

// text writes a run of text with its properties.
func text(s string, properties ...opc.XML) opc.XML {
	return run(el("t", at{"xml:space", "preserve"}, opc.Text(s)), properties...)
}

// run writes a run.
func run(content opc.XML, properties ...opc.XML) opc.XML {
	inside := opc.Join(properties...)
	if inside != "" {
		inside = el("rPr", nil, inside)
	}
	return el("r", nil, inside, content)
}

// paragraph writes a paragraph in a style; the other properties come in the
// order of the schema.
func paragraph(style string, properties opc.XML, content ...opc.XML) opc.XML {
	inside := properties
	if style != "" {
		inside = val("pStyle", style) + properties
	}
	if inside != "" {
		inside = el("pPr", nil, inside)
	}
	return el("p", nil, append([]opc.XML{inside}, content...)...)
}

// field writes a field with its result filled in. The long form: readers that
// know no fields show its result all the same.
func field(instruction, result string) opc.XML {
	return fieldStart(instruction) + text(result) + fieldEnd()
}

func fieldStart(instruction string) opc.XML {
	return run(el("fldChar", at{"fldCharType", "begin"})) +
		run(el("instrText", at{"xml:space", "preserve"}, opc.Text(" "+instruction+" "))) +
		run(el("fldChar", at{"fldCharType", "separate"}))
}

func fieldEnd() opc.XML { return run(el("fldChar", at{"fldCharType", "end"})) }
