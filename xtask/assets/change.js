// Makes of a view that stands in the page the next one, where the workshop knows how: what it says is described at
// `Page::changes` (src/ui/html/change.rs).

import { child, first, renew, standing } from "awaited.js";

// Each drawing begins with a mark, by which it is known whether it still stands there as it was drawn or changed last.
let mark = 0;

/**
 * The workshop's `draw`, which gives nothing where it has changed the last drawing into this one.
 * The app keeps what a module has drawn in an element with `data-drawn`.
 */
export const drawnBy = (workshop) => (hash, base) => {
  const place = document.querySelector("[data-drawn]");
  const stands = place?.firstChild;
  if (stands?.nodeType === Node.COMMENT_NODE && stands.data === String(mark)) {
    const changes = workshop.change(hash, base);
    if (changes !== undefined) {
      try {
        carryOut(changes, place);
        stands.data = ++mark;
        renew();
        return "";
      } catch (problem) {
        // Something else has changed the page, a translator for one. The app thinks that it knows what stands there.
        console.warn(problem);
        place.replaceChildren();
      }
    }
  }
  return `<!--${++mark}-->${workshop.draw(hash, base)}`;
};

function carryOut(changes, root) {
  const words = changes.split("\x1f");
  words.pop();
  const way = [root];
  let at = 0;
  while (at < words.length) {
    const verb = words[at++];
    const node = way.at(-1);
    if (verb === ">") way.push(found(child(node, words[at++])));
    else if (verb === "<") way.pop();
    else if (verb === "t") found(node.nodeType === Node.TEXT_NODE && node).data = words[at++];
    else if (verb === "a") node.setAttribute(words[at++], words[at++]);
    else if (verb === "r") node.removeAttribute(words[at++]);
    else if (verb === "-") remove(found(child(node, words[at++])));
    else {
      // A child is put before another, or in its place.
      const old = child(node, words[at++]);
      const slot = node.insertBefore(document.createElement("i"), old && first(old));
      if (verb === "h") remove(found(old));
      // Unlike `outerHTML` this leaves a text before another one of its own.
      slot.insertAdjacentHTML("beforebegin", words[at++]);
      slot.remove();
    }
  }
  // Once a reader has chosen, the attribute alone no longer decides.
  for (const select of root.getElementsByTagName("select")) {
    const chosen = select.querySelector("option[selected]");
    if (chosen) chosen.selected = true;
  }
}

function found(node) {
  if (!node) throw new Error("the view is not what was drawn");
  return node;
}

const remove = (place) => standing(place).forEach((node) => node.remove());
