"use strict";
// Before anything is drawn: the contents stand folded above the chapter on a narrow screen, and where charts
// can become interactive they get the room for that at once.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".contents details").open = false;
if ("DecompressionStream" in window) document.documentElement.classList.add("interactive");
