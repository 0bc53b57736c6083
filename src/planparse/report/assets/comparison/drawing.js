// Line charts as SVG: years across, values up; a colour and a mark a series, a dash a role.
const SVG = "http://www.w3.org/2000/svg";
/** told apart with the common colour blindnesses, each 3:1 to white (after Okabe and Ito, darkened) */
const COLORS = ["#0060a8", "#b34700", "#00735c", "#a3467f", "#7a6200", "#3b4fb8", "#7d3030", "#3f6b24"];
const MARKS = ["circle", "square", "diamond", "triangle"];
const DASHES = {
  outcome: null,
  target: "6 4",
  budget: "6 4",
  forecast: "2 3",
  plan: "2 3",
  baseline: null,
  total: null,
  change: "1 4",
  kolada: "1 3",
};
const FRAME = { width: 520, height: 250, left: 84, right: 14, top: 24, bottom: 26 };

function draw(name, attributes = {}, ...children) {
  const at = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && value !== null) at.setAttribute(key, value);
  at.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return at;
}

/** Round numbers from under the least to over the most. */
function ticks(least, most, wanted = 5) {
  if (least === most)
    [least, most] = least === 0 ? [0, 1] : [least - Math.abs(least) * 0.1, most + Math.abs(most) * 0.1];
  const rough = (most - least) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough);
  const out = [];
  for (let at = Math.floor(least / step); at <= Math.ceil(most / step + 1e-9); at++)
    out.push(Number((at * step).toPrecision(12)));
  return out;
}

function markAt(shape, x, y, attributes) {
  const around = {
    square: "M-4-4H4V4H-4Z",
    diamond: "M0-5.5L5.5 0L0 5.5L-5.5 0Z",
    triangle: "M0-5L5 4H-5Z",
    cross: "M-4-4L4 4M-4 4L4-4",
    circle: "M-4.2 0A4.2 4.2 0 1 0 4.2 0A4.2 4.2 0 1 0-4.2 0Z",
  };
  return draw("path", {
    d: around[shape],
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    "stroke-width": 1.6,
    ...attributes,
  });
}

/** Places of years and values on the sheet; money is told in thousands or millions by its axis. */
function scales(points, bands) {
  const all = [
    ...points.flatMap((point) => given([point.value, point.upper])),
    ...bands.flatMap((band) => [band.low, band.high]),
  ];
  const [first, last] = [
    Math.min(...points.map((point) => point.year)),
    Math.max(...points.map((point) => point.year)),
  ];
  let least = Math.min(...all);
  let most = Math.max(...all);
  // A scale that starts near its values makes a small change look large: zero is shown where it is not far off.
  if (least > 0 && least < 0.5 * most) least = 0;
  if (most < 0 && most > 0.5 * least) most = 0;
  const marks = ticks(least, most);
  const [low, high] = [marks[0], marks.at(-1)];
  const wide = FRAME.width - FRAME.left - FRAME.right;
  const tall = FRAME.height - FRAME.top - FRAME.bottom;
  const x = (year) => FRAME.left + (first === last ? wide / 2 : 18 + ((year - first) / (last - first)) * (wide - 36));
  const y = (value) => FRAME.top + tall - ((value - low) / (high - low)) * tall;
  return { x, y, marks, first, last };
}

function axes({ x, y, marks, first, last }, axisText) {
  const out = draw("g", { class: "axes" });
  for (const mark of marks)
    out.append(
      draw("line", {
        x1: FRAME.left,
        x2: FRAME.width - FRAME.right,
        y1: y(mark),
        y2: y(mark),
        class: mark === 0 ? "zero" : "grid",
      }),
      draw("text", { x: FRAME.left - 7, y: y(mark) + 4, "text-anchor": "end" }, axisText(mark)),
    );
  const step = Math.max(1, Math.ceil((last - first + 1) / 9));
  for (let year = first; year <= last; year += step)
    out.append(draw("text", { x: x(year), y: FRAME.height - 7, "text-anchor": "middle" }, String(year)));
  return out;
}

/** The quartiles of the peers as a box a year with the median in it; not joined: the peers differ from year to year. */
function bandOf(bands, { x, y }) {
  const half = 13;
  return draw(
    "g",
    { class: "peers" },
    bands
      .map(({ year, low, high, median }) => [
        draw("rect", { x: x(year) - half, width: 2 * half, y: y(high), height: Math.max(1, y(low) - y(high)) }),
        draw("line", { x1: x(year) - half, x2: x(year) + half, y1: y(median), y2: y(median) }),
      ])
      .flat(),
  );
}

/** One line a series and role through the values of its years; hollow marks are no outcomes. */
function lineOf(line, scale, pointed) {
  const { x, y } = scale;
  const out = draw("g", { class: "series", "data-series": line.name, "data-role": line.role });
  const through = line.joined.map((point) => `${x(point.year).toFixed(1)},${y(point.value).toFixed(1)}`);
  if (through.length > 1)
    out.append(
      draw("polyline", {
        points: through.join(" "),
        fill: "none",
        stroke: line.color,
        "stroke-width": 2,
        "stroke-dasharray": DASHES[line.role],
      }),
    );
  for (const point of line.points) {
    if (point.upper !== undefined)
      out.append(
        draw("line", {
          x1: x(point.year),
          x2: x(point.year),
          y1: y(point.value),
          y2: y(point.upper),
          stroke: line.color,
          "stroke-width": 3,
          opacity: 0.5,
        }),
      );
    const solid = line.role === "outcome";
    const mark = markAt(line.mark, x(point.year), y(point.value), {
      class: "point",
      fill: solid ? line.color : "#fff",
      stroke: line.color,
    });
    pointed(mark, point, line);
    out.append(mark);
  }
  return out;
}

/** The chart, or nothing where no value has a year. */
function lineChart({ lines, bands, label, axisText, pointed }) {
  const points = lines.flatMap((line) => line.points);
  if (!points.length) return null;
  const inSight = bands.filter((band) => points.some((point) => point.year === band.year));
  const scale = scales(points, inSight);
  return draw(
    "svg",
    { class: "chart", viewBox: `0 0 ${FRAME.width} ${FRAME.height}`, role: "img", "aria-label": label },
    scale.marks[0] > 0 || scale.marks.at(-1) < 0 ? draw("text", { x: 4, y: 11, class: "cut-axis" }, word("ui.cut_axis")) : null,
    axes(scale, axisText),
    bandOf(inSight, scale),
    lines.map((line) => lineOf(line, scale, pointed)),
  );
}

/** The sign of a line as its legend shows it. */
function signOf({ role, color, mark }) {
  return draw(
    "svg",
    { class: "sign", viewBox: "0 0 34 12", width: 34, height: 12, "aria-hidden": "true" },
    draw("line", { x1: 1, x2: 33, y1: 6, y2: 6, stroke: color, "stroke-width": 2, "stroke-dasharray": DASHES[role] }),
    markAt(mark, 17, 6, { fill: role === "outcome" ? color : "#fff", stroke: color }),
  );
}
