// Package workbook writes the figures as an Excel workbook: a sheet for each figure, with numbers that can be counted
// with, and sheets that explain and account for them.
package workbook
