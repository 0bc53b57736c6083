// The comparison's tables: carried in the page by column, here one object a row.
const TABLES = {};
const DOCUMENTS = new Map();
let FACTS = {};
let CUTS = {};

/** The data, unpacked where it travelled packed. */
async function carried() {
  const at = document.getElementById("data");
  if (at.type === "application/json") return JSON.parse(at.textContent);
  const bytes = Uint8Array.from(atob(at.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function rowsOf({ rows, columns }) {
  const names = Object.keys(columns);
  const out = [];
  for (let at = 0; at < rows; at++) {
    const row = {};
    for (const name of names) {
      const held = columns[name];
      const value = Array.isArray(held) ? held[at] : held.of[held.at[at]];
      if (value !== null) row[name] = value;
    }
    out.push(row);
  }
  return out;
}

async function readData() {
  const { tables, facts, cuts } = await carried();
  for (const [name, table] of Object.entries(tables)) TABLES[name] = rowsOf(table);
  for (const row of TABLES.documents ?? []) DOCUMENTS.set(row.plan, row);
  FACTS = facts;
  CUTS = cuts;
}

const table = (name) => TABLES[name] ?? [];
const unique = (values) => [...new Set(values)];
const given = (values) => values.filter((value) => value !== undefined && value !== null);

/** Rows by a key, in the order in which the keys come. */
function grouped(rows, key) {
  const out = new Map();
  for (const row of rows) {
    const of = key(row);
    if (!out.has(of)) out.set(of, []);
    out.get(of).push(row);
  }
  return out;
}

const ORDER = new Intl.Collator("sv", { numeric: true });
const inOrder = (one, other) => ORDER.compare(String(one ?? ""), String(other ?? ""));

const issuer = (row) => row.municipality ?? word("ui.no_municipality");
const issuerAndBoard = (row) => issuer(row) + (row.board ? " · " + row.board : "");
/** A word of a closed list: "level.board"; what the list lacks stands for itself. */
const term = (list, value) => (value === undefined ? "" : word(list + "." + value));
const unitText = (unit) => (unit === undefined ? "" : known("unit." + unit) ? word("unit." + unit) : unit);
const years = (row) => unique(given([row.year, row.year_end])).join("–");

function number(value, digits = 2) {
  if (value === undefined || value === null) return "";
  return numberText(Number(value.toFixed(digits)));
}
