;; What JavaScript can do only a byte at a time, sixteen at a time. `scanner-code.ts` is made of this; a test compares them.
(module
  ;; Whoever calls puts the bytes here, and knows where.
  (memory (export "memory") 6)

  ;; How many UTF-16 units the valid UTF-8 in [at, end) has, whose length is a multiple of 16 and not 0: one for each byte
  ;; that begins a character, and one more for each from F0 on. Bytes 80 to BF count for nothing.
  (func (export "countUnits") (param $at i32) (param $end i32) (result i32)
    (local $bytes v128)
    (local $counts v128)
    (local $sums v128)
    (local $stop i32)
    (loop $stretches
      ;; A count of one byte overflows after 127 additions of 2.
      (local.set $stop (i32.add (local.get $at) (i32.const 2032)))
      (if (i32.gt_u (local.get $stop) (local.get $end)) (then (local.set $stop (local.get $end))))
      (local.set $counts (v128.const i64x2 0 0))
      (loop $sixteens
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $counts
          (i8x16.sub
            (i8x16.sub
              (local.get $counts)
              (i8x16.gt_s (local.get $bytes) (i8x16.splat (i32.const -65))))
            (i8x16.ge_u (local.get $bytes) (i8x16.splat (i32.const 0xf0)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $sixteens (i32.lt_u (local.get $at) (local.get $stop))))
      (local.set $sums
        (i32x4.add
          (local.get $sums)
          (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $counts)))))
      (br_if $stretches (i32.lt_u (local.get $at) (local.get $end))))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))

  ;; Write to `out`, four bytes each, all places in [at, end) at which a byte and the two behind it are of one set of three.
  ;; Tables of the sets are at address 0: for each of the three bytes sixteen bytes by its lower half, and sixteen by its
  ;; upper half, in which a bit stands for a set. Returns where what was written ends. As in Teddy, by Geoffrey Langdale.
  (func (export "findTrigrams") (param $at i32) (param $end i32) (param $out i32) (result i32)
    (local $low v128)
    (local $found v128)
    (local $mask i32)
    (local.set $low (i8x16.splat (i32.const 15)))
    (loop $sixteens
      (local.set $found
        (v128.and
          (v128.and
            (v128.and
              (i8x16.swizzle (v128.load offset=0 (i32.const 0)) (v128.and (v128.load (local.get $at)) (local.get $low)))
              (i8x16.swizzle (v128.load offset=16 (i32.const 0)) (i8x16.shr_u (v128.load (local.get $at)) (i32.const 4))))
            (v128.and
              (i8x16.swizzle (v128.load offset=32 (i32.const 0)) (v128.and (v128.load offset=1 (local.get $at)) (local.get $low)))
              (i8x16.swizzle (v128.load offset=48 (i32.const 0)) (i8x16.shr_u (v128.load offset=1 (local.get $at)) (i32.const 4)))))
          (v128.and
            (i8x16.swizzle (v128.load offset=64 (i32.const 0)) (v128.and (v128.load offset=2 (local.get $at)) (local.get $low)))
            (i8x16.swizzle (v128.load offset=80 (i32.const 0)) (i8x16.shr_u (v128.load offset=2 (local.get $at)) (i32.const 4))))))
      (if (v128.any_true (local.get $found))
        (then
          (local.set $mask (i8x16.bitmask (i8x16.ne (local.get $found) (v128.const i64x2 0 0))))
          (loop $bits
            (i32.store (local.get $out) (i32.add (local.get $at) (i32.ctz (local.get $mask))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
            (br_if $bits (local.get $mask)))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $sixteens (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $out)))
