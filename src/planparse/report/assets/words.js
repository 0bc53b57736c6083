// The page's own words in two languages, and numbers as that language writes them.
const WORDS = JSON.parse(document.getElementById("words").textContent);
let language = document.documentElement.lang in WORDS ? document.documentElement.lang : "sv";

const COMPARED = { lt: "< ", le: "≤ ", gt: "> ", ge: "≥ ", approx: "≈ " };

/** A word; what has none (a term of a newer version) stands for itself. */
const word = (key) => WORDS[language][key] ?? key.slice(key.indexOf(".") + 1);
const known = (key) => key in WORDS[language];

/** "-1234567.5" with the language's thousands and decimal signs. The digits themselves are never computed with. */
function numberText(decimal) {
  const [whole, part] = String(decimal).replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "sv" ? "\u00a0" : ",");
  const sign = String(decimal).startsWith("-") ? "−" : "";
  return sign + grouped + (part ? (language === "sv" ? "," : ".") + part : "");
}

/** What a cell was read as, in words; empty where it holds no number and no reference. */
function readText(read) {
  if (!read) return "";
  let text = "";
  if (read.value !== undefined) {
    text = numberText(read.value) + (read.upper !== undefined ? "–" + numberText(read.upper) : "");
    if (read.unit) text += "\u00a0" + (known("unit." + read.unit) ? word("unit." + read.unit) : read.unit);
  }
  text = (COMPARED[read.comparator] ?? "") + text;
  if (read.reference)
    text += (text ? " " : "") +
      (read.reference === "previous_year" ? word("reference.previous_year") : word("reference.other") + " " + read.reference);
  if (read.year) text += (text ? " " : "") + "(" + read.year + ")";
  return text.trim();
}

/** Puts the language's words in all places that the document's own markup has for them. */
function speak() {
  document.documentElement.lang = language;
  for (const at of document.querySelectorAll("[data-word]")) at.textContent = word(at.dataset.word);
  for (const at of document.querySelectorAll("[data-label]")) {
    at.setAttribute("aria-label", word(at.dataset.label));
    if (at.matches("button")) at.title = word(at.dataset.label);
  }
  for (const at of document.querySelectorAll("[data-placeholder]")) at.placeholder = word(at.dataset.placeholder);
  for (const at of document.querySelectorAll("[data-language]"))
    at.setAttribute("aria-pressed", String(at.dataset.language === language));
}

/** Calls back when the reader changes the language; the choice is kept where the browser lets a file keep it. */
function onLanguage(changed) {
  try {
    const kept = localStorage.getItem("planparse-language");
    if (kept in WORDS) language = kept;
  } catch { /* a browser that keeps nothing for files */ }
  for (const button of document.querySelectorAll("[data-language]"))
    button.addEventListener("click", () => {
      language = button.dataset.language;
      try { localStorage.setItem("planparse-language", language); } catch { /* as above */ }
      speak();
      changed();
    });
  speak();
}

/** An element with attributes and children. Text is only ever set as text: nothing of a plan is taken for markup. */
function make(name, attributes = {}, ...children) {
  const at = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key.startsWith("on")) at.addEventListener(key.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) at.setAttribute(key, value === true ? "" : value);
  at.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return at;
}
