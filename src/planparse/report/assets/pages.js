// The pages on the left: pictures that come when they are near, and the boxes of all records on them.
const pagesPane = document.getElementById("pages");
const pageNumber = document.getElementById("page-number");
const PAGES = new Map(DATA.pages.map((page) => [page.no, page]));
const sheets = new Map();
/** page → what stands on it: {record, part, box}; part is null for a record's own boxes */
const standing = new Map(DATA.pages.map((page) => [page.no, []]));
const GAP = 36;
let zoom = 1;
let fitted = true;

for (const [index, record] of DATA.records.entries()) {
  for (const box of record.boxes) standing.get(box[0])?.push({ record: index, part: null, box });
  for (const [part, held] of (record.parts ?? []).entries())
    for (const box of held.boxes) standing.get(box[0])?.push({ record: index, part, box });
}

const area = ([, x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);
const isBelow = (entry) => KINDS.get(DATA.records[entry.record].kind).below;
/** Larger boxes first, so that smaller ones lie over them; what others are made from lies at the bottom. */
const stacking = (one, other) => isBelow(other) - isBelow(one) || area(other.box) - area(one.box) || (one.part === null ? -1 : 1);

function makePages() {
  pagesPane.replaceChildren(...DATA.pages.map(makePage));
  sheets.clear();
  for (const page of DATA.pages) sheets.set(page.no, { at: document.getElementById("sheet-" + page.no), boxes: null });
  const near = new IntersectionObserver(
    (seen) => seen.forEach((entry) => (entry.isIntersecting ? comeNear : goAway)(Number(entry.target.dataset.page))),
    { root: pagesPane, rootMargin: "100% 0px" });
  for (const sheet of sheets.values()) near.observe(sheet.at);
}

function makePage(page) {
  const marks = [page.layer === "ocr" && "ui.ocr", page.layer === "none" && "ui.no_text"].filter(Boolean);
  const label = word("ui.page") + " " + page.no;
  return make("section", { class: "page", id: "page-" + page.no, "aria-label": label },
    make("h2", {}, label, page.label && page.label !== String(page.no) ? " · " + word("ui.printed") + " " + page.label : "",
      marks.map((key) => make("span", { class: "mark" }, word(key)))),
    make("div", { class: "sheet", id: "sheet-" + page.no, "data-page": page.no },
      page.picture ? make("img", { alt: label, decoding: "async", draggable: "false" }) : make("p", { class: "missing" }, word("ui.no_picture"))));
}

function comeNear(number) {
  const picture = sheets.get(number).at.querySelector("img");
  if (picture && !picture.hasAttribute("src")) picture.src = document.getElementById("picture-" + number).textContent;
  boxesOn(number);
}

/** A page that is far away lets go of its decoded picture. */
function goAway(number) {
  sheets.get(number).at.querySelector("img")?.removeAttribute("src");
}

function place(at, page, [, x0, top, x1, bottom]) {
  at.style.left = (100 * x0) / page.width + "%";
  at.style.top = (100 * top) / page.height + "%";
  at.style.width = (100 * (x1 - x0)) / page.width + "%";
  at.style.height = (100 * (bottom - top)) / page.height + "%";
  return at;
}

/** The boxes of a page, made when they are first needed. */
function boxesOn(number) {
  const sheet = sheets.get(number);
  if (!sheet) return [];
  if (sheet.boxes) return sheet.boxes;
  const page = PAGES.get(number);
  sheet.boxes = [...standing.get(number)].sort(stacking).map((entry) => {
    const record = DATA.records[entry.record];
    const below = KINDS.get(record.kind).below ? " below" : "";
    const frame = record.rows || record.lines ? (entry.part === null ? " frame" : "") : "";
    const name = nameOf(record) + ": " + shortened(entry.part === null ? titleOf(record) : record.parts[entry.part].raw, 120);
    const at = make("button", {
      type: "button", tabindex: "-1", class: "box k-" + record.kind + below + frame + (entry.part === null ? "" : " part"),
      "aria-label": name, "data-record": entry.record, "data-part": entry.part,
    });
    sheet.at.append(place(at, page, entry.box));
    return { ...entry, at };
  });
  for (const doubt of DATA.doubts)
    for (const box of doubt.boxes.filter((held) => held[0] === number)) {
      sheet.at.append(place(make("div", { class: "box doubt s-" + doubt.severity, "data-doubt": doubt.no }), page, box));
      const flag = make("button", { type: "button", tabindex: "-1", class: "flag s-" + doubt.severity, "data-doubt": doubt.no,
        "aria-label": word("severity." + doubt.severity) + " " + doubt.no + ": " + doubt.message }, "!");
      flag.style.left = (100 * box[1]) / page.width + "%";
      flag.style.top = (100 * box[2]) / page.height + "%";
      sheet.at.append(flag);
    }
  hideBoxes(sheet);
  relight(number);
  return sheet.boxes;
}

/** Boxes of records that the choice leaves out are left out as well. */
function hideBoxes(sheet) {
  for (const entry of sheet.boxes ?? []) entry.at.hidden = !drawn.has(entry.record);
}

function setZoom(wanted, fit = false) {
  const moved = pagesPane.scrollTop > 0;
  const middle = (pagesPane.scrollTop + pagesPane.clientHeight / 2) / Math.max(pagesPane.scrollHeight, 1);
  fitted = fit;
  zoom = Math.min(4, Math.max(0.25, wanted));
  for (const page of DATA.pages) {
    const { at } = sheets.get(page.no);
    at.style.width = page.width * zoom + "px";
    at.style.height = page.height * zoom + "px";
  }
  document.getElementById("zoom-told").textContent = Math.round(zoom * 75) + "\u00a0%";
  if (moved) pagesPane.scrollTop = middle * pagesPane.scrollHeight - pagesPane.clientHeight / 2;
}

/** As wide as the pane takes the widest upright page; a wider one is scrolled. */
function fit() {
  const widths = DATA.pages.map((page) => page.width).sort((one, other) => one - other);
  const usual = widths[Math.floor(widths.length / 2)] ?? 595;
  setZoom((pagesPane.clientWidth - GAP) / usual, true);
}

/** The page that has most of the pane. */
function pageShown() {
  const pane = pagesPane.getBoundingClientRect();
  const middle = pane.top + pane.height / 2;
  let best = DATA.pages[0]?.no;
  let least = Infinity;
  for (const [number, { at }] of sheets) {
    const box = at.getBoundingClientRect();
    const away = box.top > middle ? box.top - middle : box.bottom < middle ? middle - box.bottom : 0;
    if (away < least) [least, best] = [away, number];
  }
  return best;
}

function goToPage(number) {
  document.getElementById("page-" + number)?.scrollIntoView({ block: "start" });
}

/** Scrolls so that a place is seen, and does nothing where it is seen already. */
function goToBox([number, x0, top, x1, bottom]) {
  const sheet = sheets.get(number);
  if (!sheet) return;
  const pane = pagesPane.getBoundingClientRect();
  const at = sheet.at.getBoundingClientRect();
  const [upper, lower] = [at.top + top * zoom, at.top + bottom * zoom];
  const [left, right] = [at.left + x0 * zoom, at.left + x1 * zoom];
  if (upper < pane.top + 8 || lower > pane.bottom - 8)
    pagesPane.scrollTop += lower - upper > pane.height - 80 ? upper - pane.top - 40 : (upper + lower) / 2 - (pane.top + pane.bottom) / 2;
  if (left < pane.left || right > pane.right) pagesPane.scrollLeft += (left + right) / 2 - (pane.left + pane.right) / 2;
}

/** Whether any part of a place is seen. */
function isSeen([number, x0, top, x1, bottom]) {
  const sheet = sheets.get(number);
  if (!sheet) return true;
  const pane = pagesPane.getBoundingClientRect();
  const at = sheet.at.getBoundingClientRect();
  return at.top + bottom * zoom > pane.top && at.top + top * zoom < pane.bottom && at.left + x1 * zoom > pane.left && at.left + x0 * zoom < pane.right;
}
