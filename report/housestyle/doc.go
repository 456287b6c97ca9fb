// Package housestyle gives the colours and the typeface of charts and page, and checks that they can be seen.
package housestyle
