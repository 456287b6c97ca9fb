package main

import (
	"bytes"
	"context"
	"errors"
	"os"

	"herstel/stats"
	"herstel/stats/casefile"
	"herstel/stats/rules"
	"herstel/testdata/demo"
)

// read reads the files of a job.
func (j *job) read(ctx context.Context, sys system) (*stats.Dataset, error) {
	inputs, closeAll, err := j.open(sys)
	defer closeAll()
	if err != nil {
		return nil, err
	}
	links, closeLinks, err := openFiles(sys, j.links)
	defer closeLinks()
	if err != nil {
		return nil, err
	}
	j.tellMisnamed(sys)
	bar := newProgress(sys)
	defer bar.finish()
	defer readInLittleMemory()()
	data, err := casefile.Read(ctx, inputs, j.rules,
		casefile.Options{ReferenceDate: j.reference, Progress: bar.report, Links: links, Origins: j.origins})
	if err != nil {
		return nil, j.readError(err)
	}
	data.Notices = append(j.unchecked(data.Unknown), data.Notices...)
	return data, nil
}

// open opens the files of a job. The function it returns closes them, also
// after an error.
func (j *job) open(sys system) ([]casefile.Input, func(), error) {
	if j.demo {
		data := demo.Export()
		return []casefile.Input{{Name: demo.FileName, Data: bytes.NewReader(data), Size: int64(len(data))}}, func() {},
			nil
	}
	return openFiles(sys, j.files)
}

func openFiles(sys system, files []exportFile) ([]casefile.Input, func(), error) {
	var inputs []casefile.Input
	var opened []*os.File
	closeAll := func() {
		for _, f := range opened {
			f.Close()
		}
	}
	for _, file := range files {
		if file.stdin {
			in, err := readStdin(sys, file.sheet)
			if err != nil {
				return nil, closeAll, err
			}
			inputs = append(inputs, in)
			continue
		}
		if err := plainFile(file.path); err != nil {
			return nil, closeAll, err
		}
		f, err := os.Open(file.path)
		if err != nil {
			return nil, closeAll, readError(file.path, err)
		}
		opened = append(opened, f)
		info, err := f.Stat()
		if err != nil {
			return nil, closeAll, readError(file.path, err)
		}
		inputs = append(inputs, casefile.Input{Name: file.name, Sheet: file.sheet, Data: f, Size: info.Size()})
	}
	return inputs, closeAll, nil
}

// readingError gives an error of the reader its exit code: what the data do
// not allow is not the same as a disk that fails.
func readingError(err error) error {
	var e *casefile.Error
	if !errors.As(err, &e) {
		return err
	}
	code := exitRefused
	if e.Kind == casefile.Failed {
		code = exitFailed
	}
	bare := *e
	bare.Hint = ""
	return &failure{code: code, text: bare.Error(), hint: e.Hint, err: e.Err}
}

// readError gives an error of the reader its exit code: that of the settings
// when they name a header that no file has.
func (j *job) readError(err error) error {
	var e *rules.Error
	if errors.As(err, &e) {
		return configError(j.config, err)
	}
	return readingError(err)
}
