package cases

// split is a value of an extra column: how many cases that were uitgezet carry it, and how many of those had contact.
type split struct {
	label             string
	assigned, contact perYear
}

// districts fill the column arrondissement.
var districts = []split{
	{"Amsterdam", perYear{161, 149, 128}, perYear{40, 43, 42}},
	{"Den Haag", perYear{160, 152, 131}, perYear{41, 45, 43}},
	{"Gelderland", perYear{120, 115, 103}, perYear{32, 35, 36}},
	{"Limburg", perYear{92, 86, 78}, perYear{25, 27, 28}},
	{"Midden-Nederland", perYear{155, 147, 132}, perYear{42, 46, 46}},
	{"Noord-Holland", perYear{106, 101, 88}, perYear{27, 30, 30}},
	{"Noord-Nederland", perYear{118, 112, 97}, perYear{32, 35, 34}},
	{"Oost-Brabant", perYear{101, 95, 84}, perYear{27, 29, 29}},
	{"Overijssel", perYear{76, 71, 62}, perYear{20, 22, 21}},
	{"Rotterdam", perYear{99, 95, 84}, perYear{25, 27, 27}},
	{"Zeeland-West-Brabant", perYear{72, 68, 60}, perYear{17, 18, 20}},
}

// sports fill the column sport. Atletiek has two cases in 2021, on purpose: with the default drempel a newcomer sees
// them hidden, and the next smallest value (Zwemmen) hidden along so that they cannot be worked out.
var sports = []split{
	{"Turnen", perYear{14, 15, 26}, perYear{5, 5, 11}},
	{"Zwemmen", perYear{15, 16, 14}, perYear{5, 6, 7}},
	{"Atletiek", perYear{12, 11, 2}, perYear{5, 5, 1}},
	{"Vechtsport", perYear{22, 20, 22}, perYear{6, 6, 8}},
	{"Voetbal", perYear{41, 38, 34}, perYear{10, 12, 11}},
	{"Overige sport", perYear{24, 19, 21}, perYear{7, 6, 8}},
	{noSport, perYear{1132, 1072, 928}, perYear{290, 317, 310}},
}

// detention fills the column detentie: is the offender held in a prison or clinic.
var detention = []split{
	{"in detentie", perYear{301, 295, 271}, perYear{70, 79, 83}},
	{"niet in detentie", perYear{959, 896, 776}, perYear{258, 278, 273}},
}

const noSport = "geen sport"
