package boscard.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of a workbook, read forward. Names are local names, since the two flavours of the format differ only in
 * their namespaces. A document type declaration, which no spreadsheet has and every XML attack needs, is refused.
 */
final class XmlPart implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    /** Bytes that are enough for the XML declaration. */
    private static final int HEAD = 200;

    private static final String UTF_8_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern UTF_16 = Pattern.compile("\u00fe\u00ff|\u00ff\u00fe|\\x00<|<\\x00");
    private static final Pattern DECLARED_ENCODING = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']*)");

    private final InputStream in;
    private final XMLStreamReader reader;

    XmlPart(InputStream in) throws IOException {
        this.in = in;
        try {
            synchronized (FACTORY) {
                this.reader = reader(in);
            }
        } catch (XMLStreamException e) {
            in.close();
            throw broken(e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Bytes that are no UTF-8 are an exception here; the JDK's parser would print them on standard error as well. */
    private static XMLStreamReader reader(InputStream in) throws IOException, XMLStreamException {
        byte[] head = in.readNBytes(HEAD);
        String text = new String(head, StandardCharsets.ISO_8859_1); // a character for each byte
        int mark = text.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
        var whole = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in);
        Matcher encoding = DECLARED_ENCODING.matcher(text);
        if (UTF_16.matcher(text).lookingAt()
                || encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8")) {
            return FACTORY.createXMLStreamReader(whole);
        }
        return FACTORY.createXMLStreamReader(
                new InputStreamReader(whole, StandardCharsets.UTF_8.newDecoder())); // which reports what is malformed
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Goes to the next start of an element and gives its name; null at the end of the document. */
    @Nullable
    String nextElement() throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                return null;
            }
        }
    }

    /** Goes to the next start of an element inside {@code parent} and gives its name; null at the parent's end. */
    @Nullable
    String nextElementIn(String parent) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals(parent)) {
                return null;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("the part ends inside " + parent);
            }
        }
    }

    /** An attribute of the element that was just started; null when it has none of this name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Whether an attribute says yes; it does not when it is absent. */
    boolean flag(String name) {
        String value = attribute(name);
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /** A whole number attribute, or the given one when it is absent or is none. */
    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notWhole) {
            return otherwise;
        }
    }

    /** The text of the element that was just started, which has no elements inside. */
    String text() throws IOException {
        try {
            return reader.getElementText();
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            throw new IOException("the XML is damaged", e);
        }
    }

    /** The text of the element that was just started and of the elements inside it. */
    String textWithin(String element) throws IOException {
        var text = new StringBuilder();
        int depth = 0;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT && depth-- == 0) {
                return text.toString();
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("the part ends inside " + element);
            }
        }
    }

    private int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new IOException("it has a document type declaration, which is not allowed in a workbook");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (RuntimeException e) { // the reader of the JDK lets some through on damaged input
            throw new IOException("the XML is damaged", e);
        }
    }

    /** What went wrong, with the cause that the zip or a limit gave when there is one. */
    private static IOException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return new IOException("the XML is damaged: it holds bytes that are no UTF-8", e);
        } else if (e.getNestedException() instanceof IOException cause) {
            return cause;
        }
        String where =
                e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNumber();
        return new IOException("the XML is damaged" + where, e);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            reader.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }
}
