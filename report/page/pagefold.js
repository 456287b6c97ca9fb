"use strict";
// On a narrow screen the contents stand folded above the chapter.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".contents details").open = false;
