(function () {
  "use strict";
  var charts = [];

  function numbers(text) {
    return text.split(",").map(function (part) { return part === "" ? null : Number(part); });
  }

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function spark(place) {
    var values = numbers(place.dataset.values);
    return new uPlot({
      width: place.clientWidth, height: place.clientHeight, padding: [4, 4, 4, 4],
      cursor: { show: false }, legend: { show: false }, select: { show: false },
      scales: { x: { time: false } }, axes: [{ show: false }, { show: false }],
      series: [{}, { stroke: colour("--link"), width: 2, points: { show: false }, spanGaps: false }]
    }, [values.map(function (v, i) { return i; }), values], place);
  }

  function chart(place) {
    var data = place.dataset;
    var values = numbers(data.values);
    var labels = data.labels.split(",");
    var unit = data.unit || "";
    function shown(u, v) { return v === null || v === undefined ? "–" : Number(v.toPrecision(6)).toLocaleString("en") + (unit ? " " + unit : ""); }
    var newest = values.length - 1;
    function level(value) { return values.map(function (v, i) { return i < Number(data.from) ? null : value; }); }
    var series = [
      { label: "Period", value: function (u, v) { return v === null ? "–" : labels[v]; } },
      { label: "Actual", stroke: colour("--link"), width: 2, points: { show: true, size: 6 }, value: shown }
    ];
    var columns = [values.map(function (v, i) { return i; }), values];
    function line(label, numbersOfLine, dash) {
      var alone = numbersOfLine.filter(function (v) { return v !== null; }).length === 1; // a line needs two points
      series.push({ label: label, stroke: colour("--quiet"), width: 1, dash: dash, points: { show: alone, size: 8 }, value: shown });
      columns.push(numbersOfLine);
    }
    if (data.mean) {
      line("Mean", level(Number(data.mean)), []);
      line("Lower limit", level(Number(data.low)), [6, 4]);
      line("Upper limit", level(Number(data.high)), [6, 4]);
    }
    if (data.targets) {
      line("Target", numbers(data.targets), [2, 3]);
    }
    if (data.signal) {
      series.push({ label: "Signal", stroke: colour("--red-text"), width: 0, points: { show: true, size: 12, width: 3 }, value: shown });
      columns.push(values.map(function (v, i) { return i === newest ? v : null; }));
    }
    var axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
    return new uPlot({
      width: place.clientWidth, height: 150, scales: { x: { time: false } }, series: series,
      hooks: { ready: [function (u) { u.setLegend({ idx: newest }); }] }, // numbers, before a pointer chooses others
      axes: [
        Object.assign({}, axis, { values: function (u, splits) { return splits.map(function (s) { return Number.isInteger(s) && labels[s] ? labels[s] : ""; }); } }),
        Object.assign({}, axis, { size: 70, values: function (u, splits) { return splits.map(function (s) { return s.toLocaleString("en") + unit; }); } })
      ]
    }, columns, place);
  }

  function draw(place) {
    if (place.dataset.drawn || !place.clientWidth) { return; }
    place.dataset.drawn = "true";
    charts.push({ place: place, plot: place.classList.contains("spark") ? spark(place) : chart(place) });
  }

  function redraw() {
    var drawn = charts;
    charts = [];
    drawn.forEach(function (one) {
      one.plot.destroy();
      delete one.place.dataset.drawn;
      draw(one.place);
    });
  }

  function all() { return document.querySelectorAll(".spark, .chart"); }

  if ("IntersectionObserver" in window) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) { if (entry.isIntersecting) { draw(entry.target); seen.unobserve(entry.target); } });
    }, { rootMargin: "200px" });
    all().forEach(function (place) {
      if (place.getBoundingClientRect().top < innerHeight) { draw(place); }
      if (!place.dataset.drawn) { seen.observe(place); }
    });
  } else {
    all().forEach(draw);
  }

  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; }
    }
    target.scrollIntoView();
    var focus = target.tagName === "DETAILS" ? target.querySelector("summary") : target;
    focus.focus({ preventScroll: true });
  }

  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (link && link.hash === location.hash) { reveal(); } // the same place again: the browser says nothing
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);

  var opened = [];
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.finding.red:not([open])").forEach(function (one) { one.open = true; opened.push(one); });
    all().forEach(draw);
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (one) { one.open = false; });
    opened = [];
  });

  var width = innerWidth;
  window.addEventListener("resize", function () { if (innerWidth !== width) { width = innerWidth; redraw(); } });

  if (location.hash) { reveal(); }
})();
