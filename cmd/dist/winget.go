package main

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// winget makes the three files of a winget manifest. The address of the zip is
// for who publishes it to fill in: nobody but he knows where it will stand.
func (r *release) winget(made []file) []file {
	version := strings.TrimPrefix(r.version, "v")
	head := func(kind string) string {
		return fmt.Sprintf("PackageIdentifier: Herstel.Herstel\nPackageVersion: %q\nManifestType: "+
			"%s\nManifestVersion: 1.6.0\n", version, kind)
	}
	installer := head("installer") + "InstallerType: zip\nNestedInstallerType: portable\nNestedInstallerFiles:\n" +
		"  - RelativeFilePath: herstel.exe\n    PortableCommandAlias: herstel\nInstallers:\n"
	for _, arch := range []string{"amd64", "arm64"} {
		for _, f := range made {
			if f.name == "herstel-windows-"+arch+".zip" {
				installer += fmt.Sprintf("  - Architecture: %s\n    InstallerUrl: https://VUL-IN/%s\n    "+
					"InstallerSha256: %X\n",
					map[string]string{"amd64": "x64", "arm64": "arm64"}[arch], f.name, sha256.Sum256(f.data))
			}
		}
	}
	locale := head("defaultLocale") +
		"PackageLocale: nl-NL\nPublisher: herstel\nPackageName: herstel\nLicense: zie LICENTIES.txt\n" +
		"ShortDescription: Cijfers voor het jaarverslag van herstelbemiddeling\n"
	const folder = "winget/Herstel.Herstel"
	return []file{
		{folder + ".yaml", []byte(head("version") + "DefaultLocale: nl-NL\n"), 0o644},
		{folder + ".installer.yaml", []byte(installer), 0o644},
		{folder + ".locale.nl-NL.yaml", []byte(locale), 0o644},
	}
}
