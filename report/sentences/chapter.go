package sentences

// Sections are the sections of the chapter in their order; the register
// says which figures each of them tells.
var Sections = []struct{ ID, Title string }{
	{"instroom-en-afkeur", "Instroom en afkeur"},
	{"wie-meldt-aan", "De aanmelders"},
	{"de-aanleiding", "Aanleiding en delict"},
	{"het-initiatief", "Het initiatief"},
	{"wel-of-geen-contact", "Bereidheid en contact"},
	{"hoe", "De vorm van het contact"},
	{"tijd-en-standen", "Doorlooptijd en standen"},
	{otherSection, "Uitsplitsingen"},
	{"overige-kerncijfers", "Cijfers uit andere bronnen"},
}

const otherSection = "uitsplitsingen"
