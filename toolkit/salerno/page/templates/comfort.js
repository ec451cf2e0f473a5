// Take the reader to the same heading in the other language. Without it the links lead to the page's top.
let here = "";
let rest;

// The menu is at the top: what counts is where the reader stayed before going up to it.
function look() {
  let last = "";
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4)[id]")) {
    if (heading.getBoundingClientRect().top < innerHeight / 3) last = heading.id;
  }
  here = last || here;
}

addEventListener("scroll", () => {
  clearTimeout(rest);
  rest = setTimeout(look, 500);
}, { passive: true });

addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("nav a[hreflang], .facts a[hreflang]");
  if (!link || link.hash) return;
  look();
  if (here) link.hash = here;
});
