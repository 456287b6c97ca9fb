package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"herstel/report/logo"
)

// readLogo reads the logo that herstel.yaml names, and refuses one that cannot be drawn. Only what draws it needs it.
func (j *job) readLogo(d disk) error {
	named := &j.rules.Presentation.Logo
	if named.Path == "" {
		return nil
	}
	path := j.besideConfig(named.Path)
	if err := plainFile(path); err != nil {
		return err
	}
	svg, err := d.Read(path)
	if err != nil {
		return readError(path, err)
	}
	if _, err := logo.Draw(svg, "", logo.OnPage); err != nil {
		hint := ""
		if fault := (*logo.Error)(nil); errors.As(err, &fault) {
			hint = fault.Hint
		}
		where := fmt.Sprintf("%s (onder organisatie in %s)", path, filepath.Base(j.config))
		return refused(hint, "%s: %v", where, err)
	}
	named.SVG = svg
	return nil
}
