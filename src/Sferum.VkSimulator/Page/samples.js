// Files a newcomer can send without having any: drawn in the browser, real JPEG, PDF and WAV inside.

const PAPER = { width: 900, height: 1240 };

function drawOrder(canvas, { photographed, date }) {
  canvas.width = PAPER.width;
  canvas.height = PAPER.height;
  const pen = canvas.getContext("2d");
  pen.fillStyle = photographed ? "#8a7a66" : "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  if (photographed) {
    pen.translate(60, 10);
    pen.rotate(0.025);
    pen.scale(0.9, 0.94);
    pen.shadowColor = "rgb(0 0 0 / 45%)";
    pen.shadowBlur = 40;
    pen.fillStyle = "#f7f4ec";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.shadowColor = "transparent";
  }
  pen.fillStyle = "#1c1c1c";
  pen.textAlign = "center";
  const middle = canvas.width / 2;
  pen.font = "26px 'Times New Roman', 'Liberation Serif', serif";
  pen.fillText("МОУ «Вымышленная СОШ № 1»", middle, 110);
  pen.font = "bold 44px 'Times New Roman', 'Liberation Serif', serif";
  pen.fillText("П Р И К А З", middle, 210);
  pen.font = "28px 'Times New Roman', 'Liberation Serif', serif";
  pen.fillText(`от ${date}  № 41`, middle, 270);
  pen.fillText("О назначении ответственного", middle, 350);
  pen.textAlign = "left";
  [660, 690, 610, 700, 640, 380].forEach((width, line) => {
    pen.fillStyle = line % 3 === 2 ? "#77726a" : "#57534c";
    pen.fillRect(100, 430 + line * 52, width, 9);
    pen.fillRect(100, 448 + line * 52, width * 0.82, 9);
  });
  pen.fillStyle = "#1c1c1c";
  pen.fillText("Директор", 100, 900);
  pen.fillText("А. Тестова", 620, 900);
  pen.strokeStyle = "#27408b";
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(380, 900);
  pen.bezierCurveTo(420, 820, 440, 960, 480, 870);
  pen.bezierCurveTo(500, 840, 520, 930, 580, 880);
  pen.stroke();
  pen.beginPath();
  pen.arc(330, 985, 105, 0, Math.PI * 2);
  pen.stroke();
  pen.fillStyle = "#27408b";
  pen.textAlign = "center";
  pen.font = "bold 24px sans-serif";
  pen.fillText("ОБРАЗЕЦ", 330, 993);
}

async function orderJpeg(look) {
  const canvas = document.createElement("canvas");
  drawOrder(canvas, look);
  const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/jpeg", 0.82));
  return new Uint8Array(await blob.arrayBuffer());
}

/** A file called «приказ.jpg» of about 100 KB. date: «15.04.2024». */
export async function orderPhoto(date) {
  return new File([await orderJpeg({ photographed: true, date })], "приказ.jpg", { type: "image/jpeg" });
}

/** One A4 page with the same order: the JPEG lies in the PDF as it is (DCTDecode). */
export async function orderPdf(date) {
  const jpeg = await orderJpeg({ photographed: false, date });
  const drawing = "q 595 0 0 842 0 0 cm /Scan Do Q";
  const parts = [];
  const places = [];
  let length = 0;
  const put = piece => {
    const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (head, stream) => {
    places.push(length);
    put(`${places.length} 0 obj\n${head}\n`);
    if (stream) {
      put("stream\n");
      put(stream);
      put("\nendstream\n");
    }
    put("endobj\n");
  };
  put("%PDF-1.4\n");
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Scan 5 0 R >> >> >>");
  object(`<< /Length ${drawing.length} >>`, drawing);
  object(
    `<< /Type /XObject /Subtype /Image /Width ${PAPER.width} /Height ${PAPER.height} /ColorSpace /DeviceRGB ` +
      `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
    jpeg,
  );
  const table = length;
  put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) put(`${String(place).padStart(10, "0")} 00000 n \n`);
  put(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  return new File(parts, "приказ № 41.pdf", { type: "application/pdf" });
}

/** Two seconds of quiet tones, 8 kHz mono PCM. */
export function voiceMessage() {
  const rate = 8000;
  const count = rate * 2;
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  const letters = (at, word) => [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  letters(0, "RIFF");
  view.setUint32(4, 36 + count * 2, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, count * 2, true);
  for (let at = 0; at < count; at++) {
    const tone = [220, 277, 330, 247][Math.floor(at / (rate / 2))];
    const swell = Math.sin((Math.PI * (at % (rate / 2))) / (rate / 2));
    view.setInt16(44 + at * 2, Math.sin((2 * Math.PI * tone * at) / rate) * swell * 6000, true);
  }
  return new File([view], "голосовое.wav", { type: "audio/wav" });
}
