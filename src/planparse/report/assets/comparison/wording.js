// Two wordings side by side with what differs marked, word by word.
const LONGEST = 600;

// A number is one word with its thousands and decimals: half a number struck out would be another number.
const tokens = (text) => (text ?? "").match(/\s+|\p{N}+(?:[,.:\u00a0 ]\p{N}+)*|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** Lengths of the longest common runs of words from each pair of places to the ends. */
function commonLengths(one, other) {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let left = one.length - 1; left >= 0; left--)
    for (let right = other.length - 1; right >= 0; right--)
      lengths[left][right] =
        one[left] === other[right]
          ? lengths[left + 1][right + 1] + 1
          : Math.max(lengths[left + 1][right], lengths[left][right + 1]);
  return lengths;
}

/** Pieces [text, differs] of both sides; spaces never differ by themselves. */
function differences(before, after) {
  const [one, other] = [tokens(before), tokens(after)];
  if (one.length > LONGEST || other.length > LONGEST)
    return [[[before ?? "", before !== after]], [[after ?? "", before !== after]]];
  const lengths = commonLengths(one, other);
  const sides = [[], []];
  const put = (side, text, differs) => {
    const last = side.at(-1);
    if (last && last[1] === differs) last[0] += text;
    else side.push([text, differs]);
  };
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    if (left < one.length && right < other.length && one[left] === other[right]) {
      put(sides[0], one[left++], false);
      put(sides[1], other[right++], false);
    } else if (right >= other.length || (left < one.length && lengths[left + 1][right] >= lengths[left][right + 1]))
      put(sides[0], one[left++], true);
    else put(sides[1], other[right++], true);
  }
  return sides.map(bridged);
}

/** A space between two pieces that differ belongs to them. */
function bridged(side) {
  const out = [];
  for (const [at, [text, differs]] of side.entries()) {
    const between = !differs && !text.trim() && side[at - 1]?.[1] && side[at + 1]?.[1];
    const last = out.at(-1);
    if (last && last[1] === (differs || between)) last[0] += text;
    else out.push([text, differs || Boolean(between)]);
  }
  return out;
}

/** Two lists of nodes: what the earlier wording alone has is struck out, what the later alone has is marked. */
function marked(before, after) {
  const named = ["del", "ins"];
  return differences(before, after).map((side, at) =>
    side.map(([text, differs]) => (differs && text.trim() ? make(named[at], {}, text) : text)),
  );
}
