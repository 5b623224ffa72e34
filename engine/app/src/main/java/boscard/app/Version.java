package boscard.app;

import picocli.CommandLine.IVersionProvider;

/** The version of the engine, from the jar. */
final class Version implements IVersionProvider {

    static String engine() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"boscard " + engine() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
