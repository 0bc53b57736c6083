// From a group's rows to a chart: series by municipality and board, lines by role, what can't be drawn told beside it.
const ROLES = ["outcome", "target", "budget", "plan", "forecast", "baseline", "total", "change", "kolada", "unknown"];
const MOST_SERIES = 8;
const FEWEST_PEERS = 4;

/** Whether a row's value may stand in a chart with others of its group. */
const drawable = (row, value) =>
  row[value] !== undefined && row.year !== undefined && row.comparable !== false && row.as_of === undefined;

/** The value of a year that its line goes through: the latest plan's; all are drawn as points. */
function latestByYear(rows) {
  const latest = new Map();
  for (const row of rows) {
    const held = latest.get(row.year);
    const said = (one) => DOCUMENTS.get(one.plan)?.year ?? 0;
    if (!held || said(row) > said(held)) latest.set(row.year, row);
  }
  return [...latest.values()].sort((one, other) => one.year - other.year);
}

/** Lines of rows: ``value`` and ``role`` name the columns. A gap of years is bridged, and the points tell which exist. */
function linesOf(rows, value, role) {
  const yearsOf = ([, of]) => new Set(of.map((row) => row.year)).size;
  const series = [...grouped(rows, issuerAndBoard)].sort((one, other) => yearsOf(other) - yearsOf(one));
  const alone = series.length === 1;
  return series.slice(0, MOST_SERIES).flatMap(([name, of], at) =>
    [...grouped(of, (row) => row[role] ?? "unknown")]
      .sort(([one], [other]) => ROLES.indexOf(one) - ROLES.indexOf(other))
      .map(([named, held]) => {
        const points = held.map((row) => ({
          year: row.year,
          value: row[value],
          upper: value === "value" ? row.upper : undefined,
          row,
        }));
        const joined = latestByYear(held).map((row) => ({ year: row.year, value: row[value] }));
        const number_ = ROLES.indexOf(named);
        return {
          name,
          role: named,
          points,
          joined: named === "baseline" || named === "unknown" ? [] : joined,
          // One series alone has its roles told apart by colour too.
          color: named === "kolada" ? "#1b2430" : COLORS[(alone ? Math.max(number_, 0) : at) % COLORS.length],
          mark: named === "kolada" ? "cross" : MARKS[(alone ? Math.max(number_, 0) : at) % 4],
        };
      }),
  );
}

function legendOf(lines, list) {
  return make(
    "ul",
    { class: "legend" },
    lines.map((line) =>
      make("li", {}, signOf(line), " ", line.name, ", ", make("span", { class: "quiet" }, term(list, line.role))),
    ),
  );
}

/** Pointing at a mark tells its value; pressing it opens its source. The table below says the same to the keyboard. */
function pointing(list) {
  const tip = document.getElementById("tip");
  return (mark, point, line) => {
    const { row } = point;
    const text = `${line.name} ${point.year}, ${term(list, line.role)}: ${row.raw ?? number(point.value)}`;
    mark.append(draw("title", {}, text));
    mark.addEventListener("mouseenter", () => {
      tip.replaceChildren(make("strong", {}, text), make("div", {}, placeText(row)));
      tip.hidden = false;
      const at = mark.getBoundingClientRect();
      tip.style.left = Math.max(8, Math.min(at.left + scrollX, scrollX + innerWidth - tip.offsetWidth - 16)) + "px";
      tip.style.top = at.top + scrollY - tip.offsetHeight - 8 + "px";
    });
    mark.addEventListener("mouseleave", () => {
      tip.hidden = true;
    });
    if (row.plan !== undefined) mark.addEventListener("click", () => openSource(row, ""));
  };
}

/** Quartiles of one group of peers. Of fewer than ``FEWEST_PEERS`` they would only repeat single municipalities. */
function bandsFor(record, group, role, gender, unit) {
  const fits = (row) =>
    row.record === record &&
    row.group === group &&
    row.role === role &&
    (row.gender ?? "T") === (gender ?? "T") &&
    (unit === undefined || row.unit === unit);
  const told = (row) => row.median !== undefined && row.year !== undefined && row.n >= FEWEST_PEERS;
  const rows = chosen("peers").filter((row) => fits(row) && told(row));
  const [first = []] = grouped(rows, (row) => `${row.peers} ${row.board_kind}`).values();
  return first.map((row) => ({
    year: row.year,
    low: row.quartile_1 ?? row.median,
    high: row.quartile_3 ?? row.median,
    median: row.median,
    row,
  }));
}

function bandText(bands) {
  if (!bands.length) return null;
  const told = bands.map(({ year, row }) => `${year}: n = ${row.n ?? "?"}`).join(", ");
  return make(
    "p",
    { class: "quiet band-told" },
    make("span", { class: "band-sign" }),
    ` ${word("ui.band")} ${bands[0].row.peers ?? ""} (${told})`,
  );
}

/** What a chart leaves out, by reason. */
function leftOut(rows, value) {
  const out = rows.filter((row) => !drawable(row, value));
  if (!out.length) return null;
  const why = (row) =>
    row.reason ??
    word(
      row.as_of !== undefined
        ? "ui.part_year"
        : row[value] === undefined
          ? "ui.no_value"
          : row.year === undefined
            ? "ui.no_year"
            : "ui.not_comparable",
    );
  const reasons = [...grouped(out, why)].map(([reason, of]) => `${reason} (${of.length})`);
  return make(
    "p",
    { class: "left-out" },
    make("b", {}, `${word("ui.not_drawn")}: `),
    make("span", { lang: "sv" }, reasons.slice(0, 6).join("; ") + (reasons.length > 6 ? " …" : "")),
  );
}

function tooMany(rows) {
  const count = new Set(rows.map(issuerAndBoard)).size;
  return count > MOST_SERIES
    ? make(
        "p",
        { class: "left-out" },
        `${word("ui.series_shown")} ${MOST_SERIES} ${word("ui.of")} ${count}. ${word("ui.choose_municipalities")}`,
      )
    : null;
}
