package dev.vitrine.audio.io;

/**
 * How telephones write a sample of 13 or 14 bits into 8: small steps for quiet sounds, large ones for loud.
 *
 * <p>Source: ITU-T G.711, tables 1a and 2a; values are given with 16 bits.
 */
final class Companding {
    private static final int MU_BIAS = 0x84;

    private Companding() {}

    /** Bits of A-law, every other one turned: sign (1 is positive), 3 of exponent, 4 of mantissa. */
    static int aLaw(byte code) {
        int bits = (code ^ 0x55) & 0xff;
        int exponent = bits >> 4 & 7;
        int mantissa = (bits & 15) << 4;
        int magnitude = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
        return bits >= 0x80 ? magnitude : -magnitude;
    }

    /** Bits of µ-law, all turned: sign (1 is negative), 3 of exponent, 4 of mantissa. */
    static int muLaw(byte code) {
        int bits = ~code & 0xff;
        int magnitude = ((((bits & 15) << 3) + MU_BIAS) << (bits >> 4 & 7)) - MU_BIAS;
        return bits >= 0x80 ? -magnitude : magnitude;
    }
}
