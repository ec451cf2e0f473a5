// Take the reader to the same heading in the other language. Without it the links lead to the page's top.
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("nav a[hreflang], .facts a[hreflang]");
  if (!link || link.hash) return;
  let here = "";
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4)[id]")) {
    if (heading.getBoundingClientRect().top < innerHeight / 3) here = heading.id;
  }
  if (here) link.hash = here;
});
