// The index of a review: the doubtful plans first, filtered by words, by what is doubtful, or to those with a doubt.
const DATA = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const SEVERITIES = ["error", "warning", "info"];
const ROWS_AT_ONCE = 300;
let shown = ROWS_AT_ONCE;

const texts = DATA.rows.map((row) =>
  [row.title, row.municipality, row.board, row.file, row.start, row.end].filter(Boolean).join(" ").toLocaleLowerCase("sv"));
const doubtful = (row) => row.doubts[0] + row.doubts[1] > 0 || row.unread.length > 0;

const counted = (count, key) => numberText(count) + " " + word(count === 1 ? key + "_one" : key);

function makeHead() {
  $("title").textContent = word("review.title") + ": " + DATA.archive;
  const some = DATA.rows.filter(doubtful).length;
  $("counts").textContent = [
    counted(DATA.rows.length, "review.plans"),
    counted(some, "review.doubtful"),
    DATA.failed.length ? counted(DATA.failed.length, "review.failed_count") : "",
    DATA.below ? word("review.below") + " " + DATA.below : "",
  ].filter(Boolean).join(" · ");
  const kept = $("code").value;
  $("code").replaceChildren(make("option", { value: "" }, word("review.all_codes")),
    ...DATA.codes.map(([code, severity, count]) =>
      make("option", { value: code }, word("severity." + severity) + ": " + code + " (" + numberText(count) + ")")));
  $("code").value = kept;
}

function makeRow(row) {
  const years = [...new Set([row.start, row.end].filter(Boolean))].join("–");
  const title = row.title || row.file;
  const codes = Object.entries(row.codes).map(([code, count]) => count + " " + code).join(", ");
  const unread = row.unread.map((kind) => word("kind." + kind)).join(", ");
  return make("tr", {},
    make("td", {}, row.link ? make("a", { href: row.link }, title) : title, make("div", { class: "quiet" }, row.file),
      row.link && !row.pictures ? make("div", { class: "quiet" }, word("review.no_pictures")) : ""),
    make("td", {}, row.municipality ?? "", make("div", { class: "quiet" }, row.board ?? "")),
    make("td", {}, years), make("td", {}, row.type ? word("term." + row.type) : ""),
    make("td", { class: "number" }, numberText(row.pages)), make("td", { class: "number" }, numberText(row.records)),
    make("td", {}, badges(row), make("div", { class: "quiet codes" }, codes),
      unread ? make("div", { class: "quiet" }, word("term.unread") + ": " + unread) : ""));
}

function badges(row) {
  const some = SEVERITIES.map((severity, at) => row.doubts[at] &&
    make("span", { class: "severity s-" + severity }, counted(row.doubts[at], "review." + severity))).filter(Boolean);
  return some.length || row.unread.length ? some : [make("span", { class: "fine" }, "✓ " + word("review.none"))];
}

function list() {
  const [wanted, code, only] = [$("search").value.trim().toLocaleLowerCase("sv"), $("code").value, $("doubtful-only").checked];
  const through = DATA.rows.filter((row, at) => texts[at].includes(wanted) && (!code || code in row.codes) && (!only || doubtful(row)));
  $("plans").tBodies[0].replaceChildren(...through.slice(0, shown).map(makeRow));
  $("more").hidden = through.length <= shown;
  $("listed").textContent = counted(through.length, "review.plans");
}

function draw() {
  makeHead();
  const heads = ["plan", "issuer", "years", "type", "pages", "records", "doubts"];
  $("plans").tHead.replaceChildren(make("tr", {}, heads.map((name) =>
    make("th", { scope: "col", class: name === "pages" || name === "records" ? "number" : null }, word("review." + name)))));
  list();
  $("failed").hidden = DATA.failed.length === 0;
  const table = $("failed").querySelector("table");
  table.tHead.replaceChildren(make("tr", {}, ["file", "error_code", "message"].map((name) => make("th", { scope: "col" }, word("review." + name)))));
  table.tBodies[0].replaceChildren(...DATA.failed.slice(0, 2000).map((row) =>
    make("tr", {}, make("td", {}, row.file), make("td", {}, row.error), make("td", {}, row.message ?? ""))));
}

function anew() {
  shown = ROWS_AT_ONCE;
  list();
}

onLanguage(draw);
for (const id of ["search", "code", "doubtful-only"]) $(id).addEventListener("input", anew);
$("more").addEventListener("click", () => {
  shown += ROWS_AT_ONCE;
  list();
});
draw();
