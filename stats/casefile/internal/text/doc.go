// Package text reads CSV: any encoding, separator and quote, as a book of one sheet.
package text
