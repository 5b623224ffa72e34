package boscard.workbook;

import java.util.concurrent.atomic.AtomicInteger;

/** What the attacks of the injection corpus try to call. It must never sing. */
public final class Canary {

    private static final AtomicInteger SONGS = new AtomicInteger();

    private Canary() {}

    public static boolean sing() {
        SONGS.incrementAndGet();
        return true;
    }

    static int songs() {
        return SONGS.get();
    }
}
