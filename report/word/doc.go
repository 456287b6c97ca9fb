// Package word lays the chapter out as a Word document.
package word
