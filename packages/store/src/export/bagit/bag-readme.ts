/** What stands in the payload for who opens a bag without knowing this program. */
export const bagReadme = `What this folder holds: posts of social networks, as they were captured.

posts/<2 digits>/<post>/<number>/    one capture of a post, numbered from 1 as it was looked at again
    record.json     what was found out, when, from where and by what, with every HTTP exchange; the digest of
                    the capture before stands in it as "prev"
    post.json       the post itself: author, text, media, counts
    page.json       in its place, what a web page says
    files/          photos, videos and pictures of the post
bodies/             what else was received: pages, scripts, answers of servers

A folder's name is the name of the post, as in x-20 for the post 20 of X; an upper-case letter of it is written as an
exclamation mark and the letter in lower case.

Bytes are there once for a post, and bodies once for all: where they come first. record.json names everything by
its SHA-256, and manifest-sha256.txt, beside this folder, says where the bytes of a digest are.
`;
