package stats_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"herstel/stats"
)

// TestCubeGivesOutNoCounts holds that what the readers fill cannot be read
// back: a Cube has no fields to look into, and its methods return codes and
// the number of cases only.
func TestCubeGivesOutNoCounts(t *testing.T) {
	cube := reflect.TypeFor[stats.Cube]()
	for i := range cube.NumField() {
		if cube.Field(i).IsExported() {
			t.Errorf("Cube.%s can be read", cube.Field(i).Name)
		}
	}
	results := map[string][]string{}
	pointer := reflect.TypeFor[*stats.Cube]()
	for i := range pointer.NumMethod() {
		m := pointer.Method(i)
		for r := range m.Type.NumOut() {
			results[m.Name] = append(results[m.Name], m.Type.Out(r).String())
		}
	}
	allowed := map[string]string{"Mediator": "rules.Code", "Breakdown": "rules.Code", "Len": "int", "Years": "[]int",
		"Received": "int"} // the cases of a year: instroom shows that number whatever the drempel
	for name, types := range results {
		if len(types) != 1 || allowed[name] != types[0] {
			t.Errorf("Cube.%s returns %v", name, types)
		}
	}
}

// TestFiguresHoldNothingUnseen walks the type of Figures: all of it is plain
// data that a test can search, without pointers, functions or hidden fields
// behind which a count could stay.
func TestFiguresHoldNothingUnseen(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type, string)
	walk = func(typ reflect.Type, path string) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Slice, reflect.Array:
			walk(typ.Elem(), path+"[]")
		case reflect.Struct:
			for i := range typ.NumField() {
				field := typ.Field(i)
				if !field.IsExported() {
					t.Errorf("%s.%s is not exported", path, field.Name)
				}
				walk(field.Type, path+"."+field.Name)
			}
		case reflect.Pointer, reflect.Func, reflect.Interface, reflect.Map, reflect.Chan, reflect.UnsafePointer:
			t.Errorf("%s is a %s", path, typ.Kind())
		}
	}
	walk(reflect.TypeFor[stats.Figures](), "Figures")
	for _, typ := range []reflect.Type{reflect.TypeFor[stats.Audit](), reflect.TypeFor[stats.Cube](),
		reflect.TypeFor[stats.Dataset]()} {
		if seen[typ] {
			t.Errorf("%v can be reached from Figures", typ)
		}
	}
}

// TestAuditGivesOutNoCounts holds that an Audit has no fields to look into.
func TestAuditGivesOutNoCounts(t *testing.T) {
	audit := reflect.TypeFor[stats.Audit]()
	for i := range audit.NumField() {
		if audit.Field(i).IsExported() {
			t.Errorf("Audit.%s can be read", audit.Field(i).Name)
		}
	}
}

// TestOnlyFiguresLeaveThePackage lists the exported functions and methods that
// return anything counted. A new one must be added here, and so be thought of.
func TestOnlyFiguresLeaveThePackage(t *testing.T) {
	counted := []string{"Figures", "Table", "Row", "Cell", "Share", "Int", "Audit", "HiddenCell", "Comparison",
		"Change", "Quantiles", "Trace", "CaseDiff"}
	want := []string{"Audit.Hidden", "Compute", "ComputeAudited", "DiffCases", "Figures.Table", "Num", "Tracer.Cell",
		"Tracer.Figures"}
	var got []string
	for _, file := range parsePackage(t, ".") {
		for _, decl := range file.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() || f.Type.Results == nil {
				continue
			}
			name := f.Name.Name
			if f.Recv != nil {
				receiver := base(f.Recv.List[0].Type)
				if !ast.IsExported(receiver) {
					continue
				}
				name = receiver + "." + name
			}
			if slices.ContainsFunc(f.Type.Results.List,
				func(r *ast.Field) bool { return slices.Contains(counted, base(r.Type)) }) {
				got = append(got, name)
			}
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("counted things are returned by %v, want %v", got, want)
	}
}

// TestOutputsCannotSeeTheAudit holds that package report mentions nothing but
// figures: no audit, no cube, no disclosure.
func TestOutputsCannotSeeTheAudit(t *testing.T) {
	forbidden := []string{"Audit", "ComputeAudited", "HiddenCell", "Compute", "Cube", "NewCube", "Dataset"}
	err := filepath.WalkDir("../report", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if entry.Name() == "node_modules" {
			return filepath.SkipDir
		}
		for name, file := range parsePackage(t, path) {
			for _, imported := range file.Imports {
				if strings.Contains(imported.Path.Value, "stats/disclosure") {
					t.Errorf("%s imports %s", name, imported.Path.Value)
				}
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok && base(s.X) == "stats" &&
					slices.Contains(forbidden, s.Sel.Name) {
					t.Errorf("%s uses stats.%s", name, s.Sel.Name)
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// parsePackage parses the files of a directory that are not tests.
func parsePackage(t *testing.T, dir string) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*ast.File{}
	set := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		if files[name], err = parser.ParseFile(set, name, nil, parser.SkipObjectResolution); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// base returns the name of a type without pointers and slices.
func base(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return base(e.X)
	case *ast.ArrayType:
		return base(e.Elt)
	case *ast.Ident:
		return e.Name
	}
	return ""
}
