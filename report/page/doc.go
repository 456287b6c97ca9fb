// Package page writes the report as one HTML file that needs nothing from outside.
package page
