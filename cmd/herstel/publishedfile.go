package main

import (
	"os"
	"path/filepath"
)

// readPublished reads the files that herstel.yaml names under gepubliceerd. Their
// paths are relative to the folder that it stands in.
func (j *job) readPublished() error {
	for i := range j.rules.Published {
		j.rules.Published[i].File, j.rules.Published[i].Own = filepath.Base(j.config), true
	}
	for _, file := range j.rules.PublishedFiles {
		path := j.besideConfig(file.Path)
		if err := plainFile(path); err != nil {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return readError(path, err)
		}
		err = j.rules.ReadPublished(f, filepath.Base(path))
		f.Close()
		if err != nil {
			return configError(path, err)
		}
		j.published = append(j.published, path)
	}
	return nil
}

// besideConfig gives the place of a file that herstel.yaml names, relative to the folder that it stands in.
func (j *job) besideConfig(named string) string {
	path := filepath.FromSlash(named)
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(j.config), path)
}
