// Embeds that load when they come into view, as lazy-loading plugins do it.
const observer = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer.unobserve(target);
    const frame = document.createElement('iframe');
    frame.src = `https://platform.twitter.com/embed/Tweet.html?id=${target.dataset.post}&dnt=true`;
    Object.assign(frame, { width: 550, height: 520, title: 'A post' });
    target.replaceChildren(frame);
  }
});
for (const element of document.querySelectorAll('.lazy')) observer.observe(element);
