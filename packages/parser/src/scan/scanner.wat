;; What JavaScript can do only a byte at a time, sixteen at a time. `scanner-code.ts` is made of this; a test compares them.
(module
  ;; Whoever calls puts the bytes here, and knows where.
  (memory (export "memory") 6)

  ;; Look at the UTF-8 in [at, end) once. Writes to `out`, four bytes each, all places at which a needle may begin, and to
  ;; `counts`, for each KiB, how many UTF-16 units valid UTF-8 has before it; to address 64 how many it has in all, and to 68
  ;; a sum: 1 if not all of it is ASCII, and 2 if whole blocks of 64 bytes may not be valid, with what stands before them. Of
  ;; the last bytes, and of a character that reaches out of those blocks, that is not told. Returns where what was written to
  ;; `out` ends.
  ;;
  ;; At address 0 are the first bytes of needles, each at its lower half, with bit 20 set: bytes that are one of them but
  ;; for that bit are looked at again, and so are their neighbours, by tables of 256 bytes in which a bit stands for a needle:
  ;; of its first byte at 256, of what may stand before it at 512, and behind it at 768 and 1024. At 72 are the needles that
  ;; have a host before them, at 73 is the length of the shortest code, at 80 what `$lacksCode` reads, and at 1280 are the bytes that hosts have, the dot at twice the number of the others.
  (func (export "scanText") (param $at i32) (param $end i32) (param $out i32) (param $counts i32) (result i32)
    (local $a v128)
    (local $b v128)
    (local $c v128)
    (local $d v128)
    (local $firsts v128)
    (local $errors v128)
    (local $units i32)
    (local $told i32)
    (local $stop i32)
    (local $whole i32)
    (local $wide i32)
    (local $hit i32)
    (local $block i32)
    (local $place i32)
    (local $mask i64)
    (local.set $firsts (v128.load (i32.const 0)))
    (local.set $whole (i32.add (local.get $at) (i32.and (i32.sub (local.get $end) (local.get $at)) (i32.const -64))))
    (if (i32.lt_u (local.get $at) (local.get $whole)) (then
      (loop $stretches
        (i32.store (local.get $counts) (local.get $units))
        (local.set $counts (i32.add (local.get $counts) (i32.const 4)))
        (local.set $stop (i32.add (local.get $at) (i32.const 1024)))
        (if (i32.gt_u (local.get $stop) (local.get $whole)) (then (local.set $stop (local.get $whole))))
        ;; As many as there would be of ASCII.
        (local.set $units (i32.add (local.get $units) (i32.sub (local.get $stop) (local.get $at))))
        ;; Which blocks are not ASCII, and which have bytes that needles begin with, is written down at 1536 and 1664: to
        ;; look at them at once would be a branch that nobody can foretell.
        (local.set $wide (i32.const 1536))
        (local.set $hit (i32.const 1664))
        (loop $blocks
          (local.set $a (v128.load (local.get $at)))
          (local.set $b (v128.load offset=16 (local.get $at)))
          (local.set $c (v128.load offset=32 (local.get $at)))
          (local.set $d (v128.load offset=48 (local.get $at)))
          (i32.store (local.get $wide) (local.get $at))
          (local.set $wide
            (i32.add
              (local.get $wide)
              (i32.shl
                (i32.ne
                  (i8x16.bitmask
                    (v128.or (v128.or (local.get $a) (local.get $b)) (v128.or (local.get $c) (local.get $d))))
                  (i32.const 0))
                (i32.const 2))))
          (i32.store (local.get $hit) (local.get $at))
          (local.set $hit
            (i32.add
              (local.get $hit)
              (i32.shl
                (v128.any_true
                  (v128.or
                    (v128.or
                      (call $findFirsts (local.get $firsts) (local.get $a))
                      (call $findFirsts (local.get $firsts) (local.get $b)))
                    (v128.or
                      (call $findFirsts (local.get $firsts) (local.get $c))
                      (call $findFirsts (local.get $firsts) (local.get $d)))))
                (i32.const 2))))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (br_if $blocks (i32.lt_u (local.get $at) (local.get $stop))))
        (if (i32.ne (local.get $hit) (i32.const 1664)) (then
          (i32.store (local.get $hit) (i32.const 0))
          (local.set $hit (i32.const 1664))
          (loop $hits
            (local.set $block (i32.load (local.get $hit)))
            (local.set $mask
              (i64.or
                (i64.or
                  (call $findFirstsAt (local.get $firsts) (local.get $block))
                  (i64.shl
                    (call $findFirstsAt (local.get $firsts) (i32.add (local.get $block) (i32.const 16)))
                    (i64.const 16)))
                (i64.or
                  (i64.shl
                    (call $findFirstsAt (local.get $firsts) (i32.add (local.get $block) (i32.const 32)))
                    (i64.const 32))
                  (i64.shl
                    (call $findFirstsAt (local.get $firsts) (i32.add (local.get $block) (i32.const 48)))
                    (i64.const 48)))))
            (loop $places
              (local.set $place (i32.add (local.get $block) (i32.wrap_i64 (i64.ctz (local.get $mask)))))
              ;; What `$keep` asks first, for most places are none: a call takes longer.
              (if
                (i32.and
                  (i32.and
                    (i32.load8_u offset=256 (i32.load8_u (local.get $place)))
                    (i32.load8_u offset=512 (i32.load8_u (i32.sub (local.get $place) (i32.const 1)))))
                  (i32.and
                    (i32.load8_u offset=768 (i32.load8_u offset=1 (local.get $place)))
                    (i32.load8_u offset=1024 (i32.load8_u offset=2 (local.get $place)))))
                (then (local.set $out (call $keep (local.get $place) (local.get $out)))))
              (local.set $mask (i64.and (local.get $mask) (i64.sub (local.get $mask) (i64.const 1))))
              (br_if $places (i64.ne (local.get $mask) (i64.const 0))))
            (local.set $hit (i32.add (local.get $hit) (i32.const 4)))
            (br_if $hits (i32.load (local.get $hit))))))
        (if (i32.ne (local.get $wide) (i32.const 1536)) (then
          (local.set $told (i32.or (local.get $told) (i32.const 1)))
          (i32.store (local.get $wide) (i32.const 0))
          (local.set $wide (i32.const 1536))
          (loop $wides
            (local.set $block (i32.load (local.get $wide)))
            (local.set $units
              (i32.add
                (local.get $units)
                (i32.add
                  (i32.add
                    (call $countOthers (local.get $block))
                    (call $countOthers (i32.add (local.get $block) (i32.const 16))))
                  (i32.add
                    (call $countOthers (i32.add (local.get $block) (i32.const 32)))
                    (call $countOthers (i32.add (local.get $block) (i32.const 48)))))))
            (local.set $errors
              (v128.or
                (local.get $errors)
                (v128.or
                  (v128.or
                    (call $findErrors (local.get $block))
                    (call $findErrors (i32.add (local.get $block) (i32.const 16))))
                  (v128.or
                    (call $findErrors (i32.add (local.get $block) (i32.const 32)))
                    (call $findErrors (i32.add (local.get $block) (i32.const 48)))))))
            ;; A character that goes on behind the block: there, that is looked at unless it is ASCII.
            (local.set $told
              (i32.or
                (local.get $told)
                (i32.shl
                  (i32.and
                    (v128.any_true
                      (i8x16.sub_sat_u
                        (v128.load offset=48 (local.get $block))
                        (v128.const i8x16 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 0xef 0xdf 0xbf)))
                    (i32.lt_u (i32.load8_u offset=64 (local.get $block)) (i32.const 0x80)))
                  (i32.const 1))))
            (local.set $wide (i32.add (local.get $wide) (i32.const 4)))
            (br_if $wides (i32.load (local.get $wide))))))
        (br_if $stretches (i32.lt_u (local.get $at) (local.get $whole))))))
    (local.set $told (i32.or (local.get $told) (i32.shl (v128.any_true (local.get $errors)) (i32.const 1))))
    ;; What is left is shorter than a block. It may begin a KiB.
    (i32.store (local.get $counts) (local.get $units))
    (if (i32.lt_u (local.get $at) (local.get $end)) (then
      (loop $bytes
        (local.set $stop (i32.load8_u (local.get $at)))
        (local.set $told (i32.or (local.get $told) (i32.shr_u (local.get $stop) (i32.const 7))))
        (local.set $units
          (i32.add
            (local.get $units)
            (i32.add
              (i32.ne (i32.and (local.get $stop) (i32.const 0xc0)) (i32.const 0x80))
              (i32.ge_u (local.get $stop) (i32.const 0xf0)))))
        (local.set $out (call $keep (local.get $at) (local.get $out)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $bytes (i32.lt_u (local.get $at) (local.get $end))))))
    (i32.store (i32.const 64) (local.get $units))
    (i32.store (i32.const 68) (local.get $told))
    (local.get $out))

  ;; How many units more sixteen bytes have than of ASCII: one for each that begins a character of two units, and one less for
  ;; each that only goes on with a character.
  (func $countOthers (param $at i32) (result i32)
    (i32.sub
      (i32.popcnt (i8x16.bitmask (i8x16.ge_u (v128.load (local.get $at)) (i8x16.splat (i32.const 0xf0)))))
      (i32.popcnt (i8x16.bitmask (i8x16.lt_s (v128.load (local.get $at)) (i8x16.splat (i32.const -64)))))))

  ;; Not zero where sixteen bytes, with the three before them, are not UTF-8. Each bit stands for a way in which two bytes, the
  ;; first by both its halves and the second by its upper one, cannot follow each other, the highest for two that go on with a
  ;; character: which they may behind the first of three or four. As John Keiser and Daniel Lemire have it, in "Validating
  ;; UTF-8 In Less Than One Instruction Per Byte".
  (func $findErrors (param $at i32) (result v128)
    (local $first v128)
    (local.set $first (v128.load (i32.sub (local.get $at) (i32.const 1))))
    (v128.xor
      (v128.and
        (v128.or
          (i8x16.sub_sat_u (v128.load (i32.sub (local.get $at) (i32.const 2))) (i8x16.splat (i32.const 0x60)))
          (i8x16.sub_sat_u (v128.load (i32.sub (local.get $at) (i32.const 3))) (i8x16.splat (i32.const 0x70))))
        (i8x16.splat (i32.const 0x80)))
      (v128.and
        (v128.and
          (i8x16.swizzle
            (v128.const i8x16 0x02 0x02 0x02 0x02 0x02 0x02 0x02 0x02 0x80 0x80 0x80 0x80 0x21 0x01 0x15 0x49)
            (i8x16.shr_u (local.get $first) (i32.const 4)))
          (i8x16.swizzle
            (v128.const i8x16 0xe7 0xa3 0x83 0x83 0x8b 0xcb 0xcb 0xcb 0xcb 0xcb 0xcb 0xcb 0xcb 0xdb 0xcb 0xcb)
            (v128.and (local.get $first) (i8x16.splat (i32.const 15)))))
        (i8x16.swizzle
          (v128.const i8x16 0x01 0x01 0x01 0x01 0x01 0x01 0x01 0x01 0xe6 0xae 0xba 0xba 0x01 0x01 0x01 0x01)
          (i8x16.shr_u (v128.load (local.get $at)) (i32.const 4))))))

  (func $findFirsts (param $firsts v128) (param $bytes v128) (result v128)
    (i8x16.eq
      (i8x16.swizzle (local.get $firsts) (v128.and (local.get $bytes) (i8x16.splat (i32.const 15))))
      (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20)))))

  ;; The same as bits.
  (func $findFirstsAt (param $firsts v128) (param $at i32) (result i64)
    (i64.extend_i32_u (i8x16.bitmask (call $findFirsts (local.get $firsts) (v128.load (local.get $at))))))

  ;; Write down a place, and go on behind it if that is a needle's.
  (func $keep (param $place i32) (param $out i32) (result i32)
    (local $needle i32)
    (local.set $needle
      (i32.and
        (i32.and
          (i32.load8_u offset=256 (i32.load8_u (local.get $place)))
          (i32.load8_u offset=512 (i32.load8_u (i32.sub (local.get $place) (i32.const 1)))))
        (i32.and
          (i32.load8_u offset=768 (i32.load8_u offset=1 (local.get $place)))
          (i32.load8_u offset=1024 (i32.load8_u offset=2 (local.get $place))))))
    (if (i32.eqz (local.get $needle)) (then (return (local.get $out))))
    (if (i32.and (local.get $needle) (i32.load8_u (i32.const 72)))
      (then
        (if (i32.eqz (call $isBehindDot (local.get $place))) (then (return (local.get $out))))
        (if (i32.eq (i32.load8_u (local.get $place)) (i32.const 0x2f))
          (then (if (call $lacksCode (local.get $place)) (then (return (local.get $out))))))))
    (i32.store (local.get $out) (local.get $place))
    (i32.add (local.get $out) (i32.const 4)))

  ;; Whether a slash stands behind a host whose links are nothing without a code, and no code behind the slash: a million of
  ;; them are none. At 80 are three such hosts, sixteen bytes each, from their end on, and at 128 what of these bytes counts.
  (func $lacksCode (param $place i32) (result i32)
    (local $at i32)
    (local $bytes v128)
    (local.set $at (local.get $place))
    (loop $code
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (if (i32.gt_u (i32.sub (local.get $at) (local.get $place)) (i32.load8_u (i32.const 73)))
        (then (return (i32.const 0))))
      (br_if $code (i32.eq (i32.load8_u offset=1280 (i32.load8_u (local.get $at))) (i32.const 1))))
    (local.set $bytes
      (v128.or (v128.load (i32.sub (local.get $place) (i32.const 16))) (i8x16.splat (i32.const 0x20))))
    (i32.or
      (i32.or (call $endsIn (local.get $bytes) (i32.const 80)) (call $endsIn (local.get $bytes) (i32.const 96)))
      (call $endsIn (local.get $bytes) (i32.const 112))))

  (func $endsIn (param $bytes v128) (param $host i32) (result i32)
    (i8x16.all_true
      (i8x16.eq
        (v128.and (local.get $bytes) (v128.load offset=48 (local.get $host)))
        (v128.load (local.get $host)))))

  ;; Whether the word before a place, behind which backslashes may stand, has a dot before it, and not too far.
  (func $isBehindDot (param $place i32) (result i32)
    (local $least i32)
    (local $kind i32)
    (local.set $least (i32.sub (local.get $place) (i32.const 40)))
    (loop $backslashes
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (br_if $backslashes
        (i32.and
          (i32.eq (i32.load8_u (local.get $place)) (i32.const 0x5c))
          (i32.gt_u (local.get $place) (local.get $least)))))
    (loop $word
      (local.set $kind (i32.load8_u offset=1280 (i32.load8_u (local.get $place))))
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (br_if $word
        (i32.and (i32.eq (local.get $kind) (i32.const 1)) (i32.gt_u (local.get $place) (local.get $least)))))
    (i32.eq (local.get $kind) (i32.const 2)))

  ;; Write to `out`, four bytes each, all places in [at, end) at which a byte and the two behind it are of one set of three.
  ;; Tables of the sets are at address 0: for each of the three bytes sixteen bytes by its lower half, and sixteen by its
  ;; upper half, in which a bit stands for a set; and at 96 those of eight sets more: as in Teddy, by Geoffrey Langdale. They take one for another that has parts
  ;; of two, so the three bytes are looked up at 4096, too, by a hash of theirs of 15 bits, with bit 5 set in each.
  ;; Returns where what was written ends.
  (func (export "findTrigrams") (param $at i32) (param $end i32) (param $out i32) (result i32)
    (local $low v128)
    (local $first v128)
    (local $second v128)
    (local $third v128)
    (local $found v128)
    (local $mask i32)
    (local $place i32)
    (local $hash i32)
    (local.set $low (i8x16.splat (i32.const 15)))
    (loop $sixteens
      (local.set $first (v128.load (local.get $at)))
      (local.set $second (v128.load offset=1 (local.get $at)))
      (local.set $third (v128.load offset=2 (local.get $at)))
      (local.set $found
        (v128.or
          (v128.and
            (v128.and
              (v128.and
                (i8x16.swizzle (v128.load offset=0 (i32.const 0)) (v128.and (local.get $first) (local.get $low)))
                (i8x16.swizzle (v128.load offset=16 (i32.const 0)) (i8x16.shr_u (local.get $first) (i32.const 4))))
              (v128.and
                (i8x16.swizzle (v128.load offset=32 (i32.const 0)) (v128.and (local.get $second) (local.get $low)))
                (i8x16.swizzle (v128.load offset=48 (i32.const 0)) (i8x16.shr_u (local.get $second) (i32.const 4)))))
            (v128.and
              (i8x16.swizzle (v128.load offset=64 (i32.const 0)) (v128.and (local.get $third) (local.get $low)))
              (i8x16.swizzle (v128.load offset=80 (i32.const 0)) (i8x16.shr_u (local.get $third) (i32.const 4)))))
          (v128.and
            (v128.and
              (v128.and
                (i8x16.swizzle (v128.load offset=96 (i32.const 0)) (v128.and (local.get $first) (local.get $low)))
                (i8x16.swizzle (v128.load offset=112 (i32.const 0)) (i8x16.shr_u (local.get $first) (i32.const 4))))
              (v128.and
                (i8x16.swizzle (v128.load offset=128 (i32.const 0)) (v128.and (local.get $second) (local.get $low)))
                (i8x16.swizzle (v128.load offset=144 (i32.const 0)) (i8x16.shr_u (local.get $second) (i32.const 4)))))
            (v128.and
              (i8x16.swizzle (v128.load offset=160 (i32.const 0)) (v128.and (local.get $third) (local.get $low)))
              (i8x16.swizzle (v128.load offset=176 (i32.const 0)) (i8x16.shr_u (local.get $third) (i32.const 4)))))))
      (if (v128.any_true (local.get $found))
        (then
          (local.set $mask (i8x16.bitmask (i8x16.ne (local.get $found) (v128.const i64x2 0 0))))
          (loop $bits
            (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (local.set $hash
              (i32.shr_u
                (i32.mul
                  (i32.or
                    (i32.and (i32.load (local.get $place)) (i32.const 0xffffff))
                    (i32.const 0x202020))
                  (i32.const 0x9e3779b1))
                (i32.const 17)))
            (i32.store (local.get $out) (local.get $place))
            (local.set $out
              (i32.add
                (local.get $out)
                (i32.shl
                  (i32.and
                    (i32.shr_u
                      (i32.load8_u offset=4096 (i32.shr_u (local.get $hash) (i32.const 3)))
                      (i32.and (local.get $hash) (i32.const 7)))
                    (i32.const 1))
                  (i32.const 2))))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br_if $bits (local.get $mask)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $sixteens (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $out)))
