// The vocabulary of all kernels: a vector `vf` of V floats, with V chosen when the program is compiled.
// V = 1 reads as the textbook version: vf is float, load is p[0], and every loop over lanes has one turn.
//
// WGS is the number of work-items that share one reduction (1 on a CPU: then there is no barrier at all).

#pragma OPENCL FP_CONTRACT OFF // a*b+c is fused only where fma() says so: equal bits in every variant

#define INLINE static inline __attribute__((always_inline))

// Sums over very many values are combined in double where the device has it.
#ifdef cl_khr_fp64
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
typedef double wide;
#else
typedef float wide;
#endif

#define GLUE_(a, b) a##b
#define GLUE(a, b) GLUE_(a, b)

#if V == 1
typedef float vf;
typedef int vi;
#define VLOAD(p) (*(p))
#define VSTORE(v, p) (*(p) = (v))
#define LANES 0
#else
typedef GLUE(float, V) vf;
typedef GLUE(int, V) vi;
#define VLOAD(p) GLUE(vload, V)(0, p)
#define VSTORE(v, p) GLUE(vstore, V)(v, 0, p)
constant int lane_numbers[16] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
#define LANES GLUE(vload, V)(0, lane_numbers)
#endif

// Asks a CPU for the memory at p, which will be needed soon. It sees by itself how one row goes on, but not where the next
// begins, nor how each of many goes on that are read by turns. What lies outside of all memory is not fetched.
#if V > 1 && (defined(__x86_64__) || defined(__aarch64__))
#define SOON(p) __builtin_prefetch((const void *)(ulong)(p))
#else
#define SOON(p)
#endif

// The length of a row in which a vector is known to lie inside: no compiler leaves a test of it in the program.
#define ENDLESS 0x7fffffff

// row[start .. start+V-1], with `outside` in the lanes that are not in 0 .. length-1. Across an end of the row the nearest
// V values that lie inside are laid between lanes of `outside`, and those from `start` on are taken.
INLINE vf load_or(global const float *row, int start, int length, float outside) {
    if (start >= 0 && start + V <= length) return VLOAD(row + start);
    if (start <= -V || start >= length) return (vf)(outside);
    float lanes[3 * V];
    VSTORE((vf)(outside), lanes);
    VSTORE((vf)(outside), lanes + V);
    VSTORE((vf)(outside), lanes + 2 * V);
    int first = clamp(start, 0, max(0, length - V));
    if (length >= V) VSTORE(VLOAD(row + first), lanes + V);
    else for (int i = 0; i < length; i++) lanes[V + i] = row[i];
    return VLOAD(lanes + V + start - first);
}

// The same with zero outside.
INLINE vf load_guarded(global const float *row, int start, int length) { return load_or(row, start, length, 0.0f); }

// The same for one of several short rows that lie one behind the other in a buffer of `size` values, this one from `row`
// on: a vector that reaches over an end is loaded with what its neighbours hold there, which is then replaced.
INLINE vf load_amid_rows(global const float *buffer, int size, int row, int start, int length, float outside) {
#if V > 1
    int at = row + start;
    if (at >= 0 && at + V <= size) {
        vi lane = LANES + start;
        return select((vf)(outside), VLOAD(buffer + at), (lane >= 0) & (lane < length));
    }
#endif
    return load_or(buffer + row, start, length, outside);
}

// For a sum over a row, where the order of the lanes is of no account: row[start .. start+V-1], or, where the row ends
// before that, what is left of it in some lanes and zero in the others. `start` is a multiple of V.
INLINE vf load_some(global const float *row, int start, int length) {
    if (start + V <= length) return VLOAD(row + start);
#if V > 1
    if (length >= V) return select((vf)(0.0f), VLOAD(row + length - V), LANES >= (vi)(start + V - length));
#endif
    return load_guarded(row, start, length);
}

// Strides whose lanes are sorted by halving: 2, 4 and 8.
#define HALVES(stride) (V > 1 && (stride) > 1 && (stride) <= 8 && ((stride) & ((stride) - 1)) == 0)

// Neighbouring taps that are loaded together by load_interleaved, because those of neighbouring windows lie interleaved.
#define TAPS_TOGETHER(stride, dilation) ((dilation) == 1 && HALVES(stride) ? (stride) : 1)

#if V > 1
INLINE vf evens(vf a, vf b) { return (vf)(a.even, b.even); }
INLINE vf odds(vf a, vf b) { return (vf)(a.odd, b.odd); }
INLINE vf zip_first(vf a, vf b) {
    vf both;
    both.even = a.lo;
    both.odd = b.lo;
    return both;
}
INLINE vf zip_second(vf a, vf b) {
    vf both;
    both.even = a.hi;
    both.odd = b.hi;
    return both;
}

// Turns what lies one behind the other into what lies `stride` apart: each round sorts evens from odds.
INLINE void take_apart(vf *v, int stride) {
#pragma unroll
    for (int round = 1; round < stride; round *= 2) {
        vf sorted[16];
#pragma unroll
        for (int i = 0; i < stride / 2; i++) {
            sorted[i] = evens(v[2 * i], v[2 * i + 1]);
            sorted[i + stride / 2] = odds(v[2 * i], v[2 * i + 1]);
        }
#pragma unroll
        for (int i = 0; i < stride; i++) v[i] = sorted[i];
    }
}

// The way back: the lanes of all `stride` vectors in turn.
INLINE void put_together(vf *v, int stride) {
#pragma unroll
    for (int round = 1; round < stride; round *= 2) {
        vf mixed[16];
#pragma unroll
        for (int i = 0; i < stride / 2; i++) {
            mixed[2 * i] = zip_first(v[i], v[i + stride / 2]);
            mixed[2 * i + 1] = zip_second(v[i], v[i + stride / 2]);
        }
#pragma unroll
        for (int i = 0; i < stride; i++) v[i] = mixed[i];
    }
}
#endif

// The V lanes from the k-th of `a` on, which go on in `b`; k is a constant from 0 to V. It is made of steps of 1, 2, 4
// and 8 lanes.
#if V == 16
#define BY_1(a, b) (vf)((a).s1234, (a).s5678, (a).s9abc, (a).sdef, (b).s0)
#define BY_2(a, b) (vf)((a).s2345, (a).s6789, (a).sabcd, (a).sef, (b).s01)
#define BY_4(a, b) (vf)((a).s4567, (a).s89ab, (a).scdef, (b).s0123)
#define BY_8(a, b) (vf)((a).hi, (b).lo)
#elif V == 8
#define BY_1(a, b) (vf)((a).s1234, (a).s567, (b).s0)
#define BY_2(a, b) (vf)((a).s2345, (a).s67, (b).s01)
#define BY_4(a, b) (vf)((a).hi, (b).lo)
#define BY_8(a, b) (b)
#elif V == 4
#define BY_1(a, b) (vf)((a).s123, (b).s0)
#define BY_2(a, b) (vf)((a).hi, (b).lo)
#define BY_4(a, b) (b)
#define BY_8(a, b) (b)
#elif V == 2
#define BY_1(a, b) (vf)((a).hi, (b).lo)
#define BY_2(a, b) (b)
#define BY_4(a, b) (b)
#define BY_8(a, b) (b)
#endif
#if V > 1
INLINE vf lanes_from(vf a, vf b, int k) {
    if (k == V) return b;
    if (k & 1) a = BY_1(a, b), b = BY_1(b, b);
    if (k & 2) a = BY_2(a, b), b = BY_2(b, b);
    if (k & 4) a = BY_4(a, b), b = BY_4(b, b);
    if (k & 8) a = BY_8(a, b);
    return a;
}
#endif

// Loads `stride` vectors that lie interleaved: lane j of phase[r] holds row[start + j * stride + r], or `outside` where
// that is not in 0 .. length-1. `stride` is a constant.
INLINE void load_interleaved(global const float *row, int start, int stride, int length, float outside, vf *phase) {
#if V > 1
    if (stride == 1 || HALVES(stride)) {
        vf v[8];
        if (start >= 0 && start + stride * V <= length)
#pragma unroll
            for (int i = 0; i < stride; i++) v[i] = VLOAD(row + start + i * V);
        else
#pragma unroll
            for (int i = 0; i < stride; i++) v[i] = load_or(row, start + i * V, length, outside);
        take_apart(v, stride);
#pragma unroll
        for (int i = 0; i < stride; i++) phase[i] = v[i];
        return;
    }
#endif
#pragma unroll
    for (int r = 0; r < stride; r++) {
        float lanes[V];
        for (int j = 0; j < V; j++) {
            int i = start + j * stride + r;
            lanes[j] = (i >= 0 && i < length) ? row[i] : outside;
        }
        phase[r] = VLOAD(lanes);
    }
}

// The first of these vectors alone.
INLINE vf load_strided_or(global const float *row, int start, int stride, int length, float outside) {
#if V > 1
    if (stride == 1 || HALVES(stride)) {
        vf phase[8];
        load_interleaved(row, start, stride, length, outside, phase);
        return phase[0];
    }
#endif
    float lanes[V];
    for (int j = 0; j < V; j++) {
        int i = start + j * stride;
        lanes[j] = (i >= 0 && i < length) ? row[i] : outside;
    }
    return VLOAD(lanes);
}

// Stores the first `count` lanes, but not all: a half that is full at once, then the first of the other half.
#if V > 1
INLINE void store_first2(float2 v, global float *to, int count) {
    if (count & 1) to[0] = v.lo;
}
INLINE void store_first4(float4 v, global float *to, int count) {
    if (count & 2) vstore2(v.lo, 0, to);
    store_first2(count & 2 ? v.hi : v.lo, to + (count & 2), count);
}
INLINE void store_first8(float8 v, global float *to, int count) {
    if (count & 4) vstore4(v.lo, 0, to);
    store_first4(count & 4 ? v.hi : v.lo, to + (count & 4), count);
}
INLINE void store_first16(float16 v, global float *to, int count) {
    if (count & 8) vstore8(v.lo, 0, to);
    store_first8(count & 8 ? v.hi : v.lo, to + (count & 8), count);
}
#endif

// Stores the lanes that fall into 0 .. length-1.
INLINE void store_guarded(global float *row, int start, int length, vf v) {
    if (start >= 0 && start + V <= length) {
        VSTORE(v, row + start);
        return;
    }
    if (start <= -V || start >= length) return;
#if V > 1
    if (start >= 0) {
        GLUE(store_first, V)(v, row + start, length - start);
        return;
    }
#endif
    float lanes[V];
    VSTORE(v, lanes);
    for (int j = -start; j < V && start + j < length; j++) row[start + j] = lanes[j];
}

// The remainder of i / stride that is not negative.
INLINE int phase_of(int i, int stride) { return (i % stride + stride) % stride; }

// Stores `stride` vectors interleaved: lane j of phase[r] goes to row[(m + j) * stride + r], if that is below length.
// `stride` is a constant.
INLINE void store_interleaved(global float *row, int m, int stride, int length, const vf *phase) {
#if V > 1
    if (stride == 1 || HALVES(stride)) {
        vf v[8];
#pragma unroll
        for (int i = 0; i < stride; i++) v[i] = phase[i];
        put_together(v, stride);
#pragma unroll
        for (int i = 0; i < stride; i++) store_guarded(row, m * stride + i * V, length, v[i]);
        return;
    }
#endif
#pragma unroll
    for (int r = 0; r < stride; r++) {
        float lanes[V];
        VSTORE(phase[r], lanes);
        for (int j = 0; j < V; j++) {
            int i = (m + j) * stride + r;
            if (i < length) row[i] = lanes[j];
        }
    }
}

// Lane j holds 1 if start + j < length, else 0: for sums over a row whose tail does not fill a vector.
INLINE vf lanes_inside(int start, int length) {
    return select((vf)(0.0f), (vf)(1.0f), LANES < (vi)(length - start));
}

// The sum of all lanes, always in the same order: halves are added until one value is left.
#if V > 1
INLINE float sum2(float2 v) { return v.lo + v.hi; }
INLINE float sum4(float4 v) { return sum2(v.lo + v.hi); }
INLINE float sum8(float8 v) { return sum4(v.lo + v.hi); }
INLINE float sum16(float16 v) { return sum8(v.lo + v.hi); }
#define lane_sum(v) GLUE(sum, V)(v)
#else
#define lane_sum(v) (v)
#endif

// Lane j holds the sum of the lanes of v[j]: neighbours are added until one is left. All sums at once take a third of the
// steps that V times lane_sum would. What is in v is lost.
INLINE vf lane_sums(vf *v) {
#if V > 1
#pragma unroll
    for (int left = V / 2; left > 0; left /= 2)
#pragma unroll
        for (int i = 0; i < left; i++) v[i] = evens(v[2 * i], v[2 * i + 1]) + odds(v[2 * i], v[2 * i + 1]);
#endif
    return v[0];
}

// The largest of all lanes.
#if V > 1
INLINE float largest2(float2 v) { return fmax(v.lo, v.hi); }
INLINE float largest4(float4 v) { return largest2(fmax(v.lo, v.hi)); }
INLINE float largest8(float8 v) { return largest4(fmax(v.lo, v.hi)); }
INLINE float largest16(float16 v) { return largest8(fmax(v.lo, v.hi)); }
#define lane_max(v) GLUE(largest, V)(v)
#else
#define lane_max(v) (v)
#endif

// The sum of `value` over the WGS work-items of a group, in a fixed tree; the result is for work-item 0.
// `shared` holds WGS floats. With WGS = 1 nothing is left of it.
INLINE float group_sum(float value, local float *shared) {
#if WGS == 1
    return value;
#else
    int me = get_local_id(0);
    barrier(CLK_LOCAL_MEM_FENCE);
    shared[me] = value;
    for (int width = WGS / 2; width > 0; width /= 2) {
        barrier(CLK_LOCAL_MEM_FENCE);
        if (me < width) shared[me] += shared[me + width];
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    return shared[0];
#endif
}

// The largest `value` of the WGS work-items of a group. `shared` holds WGS floats.
INLINE float group_max(float value, local float *shared) {
#if WGS == 1
    return value;
#else
    int me = get_local_id(0);
    barrier(CLK_LOCAL_MEM_FENCE);
    shared[me] = value;
    for (int reach = WGS / 2; reach > 0; reach /= 2) {
        barrier(CLK_LOCAL_MEM_FENCE);
        if (me < reach) shared[me] = fmax(shared[me], shared[me + reach]);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    return shared[0];
#endif
}

#ifdef AXES
// Walks along AXES axes (Walk.java): component 0 is the outermost axis, and position i counts in row-major order.
// Where position i lies: the sum of position times stride over all axes.
INLINE int offset_of(int i, int8 sizes, int8 strides) {
    int size[8], stride[8];
    vstore8(sizes, 0, size);
    vstore8(strides, 0, stride);
    int offset = 0;
    for (int axis = AXES - 1; axis > 0; axis--) {
        offset += i % size[axis] * stride[axis];
        i /= size[axis];
    }
    return offset + i * stride[0];
}

// Lane j holds the element at position start + j, zero from `count` on. The last axis has stride 1, or 0 if it repeats:
// V positions that do not reach over its end are one load.
INLINE vf load_broadcast(global const float *p, int start, int count, int8 sizes, int8 strides) {
    if (start >= count) return (vf)(0.0f);
    int size[8], stride[8];
    vstore8(sizes, 0, size);
    vstore8(strides, 0, stride);
    if (start + V <= count && (AXES == 1 || start % size[AXES - 1] + V <= size[AXES - 1])) {
        global const float *first = p + offset_of(start, sizes, strides);
        return stride[AXES - 1] == 0 ? (vf)(*first) : VLOAD(first);
    }
    float lanes[V];
    for (int j = 0; j < V; j++) lanes[j] = start + j < count ? p[offset_of(start + j, sizes, strides)] : 0.0f;
    return VLOAD(lanes);
}
#endif
