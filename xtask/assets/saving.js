// Makes a file of what is on the screen, and hands it to the browser to save. Nothing is sent anywhere.

import * as saving from "saving";

export { default, start } from "saving";

const TYPES = {
  csv: "text/csv;charset=utf-8",
  ics: "text/calendar;charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

// The top left of every drawing, as src/export/drawing.rs paints it.
const CORNER = [155, 34, 38];

// What a canvas may measure where browsers differ.
const MOST = { side: 32000, area: 120e6 };

// `asked` is the name of a file of the data package, or the ending of a file of the address behind `#`. Answers what
// to tell the reader.
export async function save(asked, hash, base) {
  const name = saving.file_name(asked, hash);
  const picture = asked === ".png";
  let file = saving.file(picture ? ".svg" : asked, hash, base);
  if (picture) {
    try {
      file = await drawn(new TextDecoder().decode(file));
    } catch (error) {
      console.warn(error);
      return saving.picture_refused(hash);
    }
  } else {
    file = new Blob([file], { type: TYPES[name.split(".").pop()] });
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return saving.saved(name, hash);
}

// The drawing as dots, two to a unit; fewer where it would be larger than a canvas may be.
async function drawn(svg) {
  const image = new Image();
  // No blob: the strictest policy lets images in from the page itself and from data only.
  // A canvas has whole dots: where its sides are not quite in proportion, the drawing fills it all the same. Firefox
  // would leave its edges empty.
  const filling = svg.replace("<svg ", '<svg preserveAspectRatio="none" ');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(filling)}`;
  await new Promise((done, failed) => {
    image.onload = done;
    image.onerror = () => failed(new Error("the drawing was not taken as an image"));
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  const fits = Math.min(MOST.side / Math.max(width, height), Math.sqrt(MOST.area / (width * height)));
  for (let scale = Math.min(2, fits); scale > 0.2; scale /= 2) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    const context = canvas.getContext("2d");
    if (!context) continue;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    // A browser that guards against being recognised gives white or noise instead of the picture.
    const [red, green, blue] = context.getImageData(1, 1, 1, 1).data;
    if ([red, green, blue].some((value, at) => Math.abs(value - CORNER[at]) > 3)) continue;
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (blob?.size) return blob;
  }
  throw new Error("the canvas gave no picture");
}
