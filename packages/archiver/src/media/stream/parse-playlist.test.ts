import { expect, it } from 'vitest';
import { parsePlaylist } from './parse-playlist.ts';

const base = 'https://video.twimg.com/ext_tw_video/1/pu/pl/a.m3u8?tag=12';

it('reads a master, its best variant first, each with its sound', () => {
  const text = `#EXTM3U
#EXT-X-VERSION:6
#EXT-X-MEDIA:NAME="Audio",TYPE=AUDIO,GROUP-ID="audio-128000",AUTOSELECT=YES,URI="/ext_tw_video/1/pu/pl/mp4a/128000/s.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",LANGUAGE="en",URI="/subs.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",LANGUAGE="../x",URI="/other.m3u8"
#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="more",LANGUAGE="en",URI="/more.m3u8"
#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=9999999,BANDWIDTH=300000,RESOLUTION=480x270,AUDIO="audio-128000"
/ext_tw_video/1/pu/pl/avc1/480x270/l.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=2200000,CODECS="mp4a.40.2,avc1.64001F",AUDIO="audio-128000"
avc1/h.m3u8
`;
  expect(parsePlaylist(text, base)).toEqual({
    kind: 'master',
    variants: [
      { url: 'https://video.twimg.com/ext_tw_video/1/pu/pl/avc1/h.m3u8', bandwidth: 2_200_000, sound: 'audio-128000' },
      {
        url: 'https://video.twimg.com/ext_tw_video/1/pu/pl/avc1/480x270/l.m3u8',
        bandwidth: 300_000,
        sound: 'audio-128000',
      },
    ],
    captions: [
      { url: 'https://video.twimg.com/subs.m3u8', language: 'en' },
      { url: 'https://video.twimg.com/other.m3u8', language: 'und' },
    ],
    sounds: new Map([['audio-128000', 'https://video.twimg.com/ext_tw_video/1/pu/pl/mp4a/128000/s.m3u8']]),
  });
});

it('reads parts in their order, what begins them first, each once', () => {
  const text =
    '#EXTM3U\r\n#EXT-X-MAP:URI="/v/init.mp4"\r\n#EXTINF:3,\r\n/v/1.m4s\r\n#EXTINF:3,\r\n/v/2.m4s\r\n/v/1.m4s\r\n#EXT-X-ENDLIST';
  const urls = ['/v/init.mp4', '/v/1.m4s', '/v/2.m4s'].map((path) => `https://video.twimg.com${path}`);
  expect(parsePlaylist(text, base)).toEqual({ kind: 'parts', urls });
});

it.each(['', '<html>', '{}', 'EXTM3U'])('finds no playlist in %j', (text) => {
  expect(parsePlaylist(text, base)).toBeNull();
});

it('takes no more lines than a playlist has (safe)', () => {
  const playlist = parsePlaylist(`#EXTM3U\n${'a.ts\n'.repeat(1e6)}`, base);
  expect(playlist).toEqual({ kind: 'parts', urls: ['https://video.twimg.com/ext_tw_video/1/pu/pl/a.ts'] });
  const started = process.cpuUsage();
  parsePlaylist(`#EXTM3U\n#EXT-X-STREAM-INF:${'A="'.repeat(300_000)}`, base);
  expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
});
