package main

import (
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set by the Makefile for a build to hand out.
var version string

// buildVersion returns the version that outputs show: the same for every run
// of one build.
func buildVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "dev"
	}
	return info.Main.Version
}

func writeVersion(w io.Writer) error {
	_, err := fmt.Fprintf(w, "herstel %s (%s, %s/%s)\n", buildVersion(), runtime.Version(), runtime.GOOS,
		runtime.GOARCH)
	return err
}

func newVersion(sys system) *cobra.Command {
	var licences bool
	cmd := &cobra.Command{
		Use: "version", Short: "de versie, en de licenties van wat erin zit",
		Long:    "Toont de versie van herstel. Die versie staat ook in elk bestand dat herstel maakt.",
		Example: "  herstel version\n  herstel version --licenses",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			if licences {
				_, err := io.WriteString(sys.stdout, licenceText)
				return err
			}
			return writeVersion(sys.stdout)
		},
	}
	cmd.Flags().BoolVar(&licences, "licenses", false, "toon de licenties van alle onderdelen")
	return cmd
}
