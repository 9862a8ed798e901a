// Draws each table in a figure of class chart; the numbers stay below it for whoever wants them.
(() => {
  "use strict";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const colours = ["#0f8a68", "#d9822b", "#3f6fb5", "#a8324a", "#7a6bb0", "#5d7a33"];
  const draw = (figure) => {
    const table = figure.querySelector("table");
    if (!table || figure.querySelector("canvas")) return;
    const heads = [...table.querySelectorAll("thead th")].slice(1).map((cell) => cell.textContent.trim());
    const rows = [...table.querySelectorAll("tbody tr")];
    const number = (cell) => Number((cell.dataset.value ?? cell.textContent).replace(/[^0-9.-]/g, ""));
    // What is nothing but hidden figures and zeros says more as it stands.
    if (rows.every((row) => [...row.querySelectorAll("td")].every((cell) => !(number(cell) > 0)))) return;
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.querySelector("figcaption")?.textContent ?? "");
    const frame = document.createElement("div");
    frame.className = "canvas";
    frame.append(canvas);
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = figure.dataset.numbers ?? "…";
    table.replaceWith(frame, details);
    details.append(summary, table);
    const ink = dark.matches ? "#cdd6de" : "#36414d";
    const line = figure.dataset.chart === "line";
    const across = figure.dataset.chart === "across";
    if (across) frame.style.height = `${Math.max(10, rows.length * 1.7 + 5)}rem`;
    const numbers = { beginAtZero: true, ticks: { color: ink, precision: 0 }, grid: { color: "rgba(128,128,128,.2)" }, stacked: figure.dataset.stacked === "yes" };
    const names = { ticks: { color: ink, autoSkip: !across }, grid: { display: false }, stacked: figure.dataset.stacked === "yes" };
    new Chart(canvas, {
      type: line ? "line" : "bar",
      data: {
        labels: rows.map((row) => row.querySelector("th").textContent.trim()),
        datasets: heads.map((label, index) => ({
          label,
          data: rows.map((row) => number(row.querySelectorAll("td")[index])),
          backgroundColor: colours[index % colours.length],
          borderColor: colours[index % colours.length],
          pointRadius: 2,
        })),
      },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        indexAxis: across ? "y" : "x",
        color: ink,
        plugins: { legend: { display: heads.length > 1, labels: { color: ink } } },
        scales: across ? { x: numbers, y: names } : { x: names, y: numbers },
      },
    });
  };
  const all = (root) => root.querySelectorAll("figure.chart").forEach(draw);
  all(document);
  // On paper the numbers stand open below their picture.
  window.addEventListener("beforeprint", () => document.querySelectorAll(".chart details").forEach((part) => { part.open = true; }));
  document.addEventListener("htmx:afterSettle", () => all(document));
})();
