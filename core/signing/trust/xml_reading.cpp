#include "signing/trust/xml_reading.h"

#include <libxml/parser.h>

namespace diakinisi::signing {

namespace {

constexpr qsizetype largest = 32 << 20;
constexpr int deepest = 64;
constexpr std::size_t mostChildren = 5'000;

const char* local(const xmlChar* text)
{
    return reinterpret_cast<const char*>(text);
}

bool isDeeper(const xmlNode* node, int left)
{
    if (left == 0)
        return true;
    for (const xmlNode* child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && isDeeper(child, left - 1))
            return true;
    return false;
}

} // namespace

Result<XmlDocument> parseXml(const QByteArray& bytes)
{
    const auto malformed = [](const char* why) {
        return fail(ErrorCode::MalformedInput, QStringLiteral("XML"), QString::fromLatin1(why));
    };
    if (bytes.size() > largest)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("XML"));
    if (bytes.contains("<!DOCTYPE") || bytes.contains("<!ENTITY"))
        return malformed("a document type is not taken");
    XmlDocument document(
        xmlReadMemory(bytes.constData(), static_cast<int>(bytes.size()), nullptr, nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOXINCNODE));
    xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (!root)
        return malformed("no well-formed XML");
    if (document->intSubset || document->extSubset)
        return malformed("a document type is not taken");
    if (isDeeper(root, deepest))
        return fail(ErrorCode::LimitExceeded, QStringLiteral("XML"), QStringLiteral("too deep"));
    return document;
}

XmlElement XmlElement::child(const char* name) const
{
    for (xmlNode* at = m_node ? m_node->children : nullptr; at; at = at->next)
        if (at->type == XML_ELEMENT_NODE && qstrcmp(local(at->name), name) == 0)
            return XmlElement(at);
    return XmlElement();
}

std::vector<XmlElement> XmlElement::children(const char* name, const char* space) const
{
    std::vector<XmlElement> found;
    for (xmlNode* at = m_node ? m_node->children : nullptr; at && found.size() < mostChildren; at = at->next) {
        const bool named = at->type == XML_ELEMENT_NODE && qstrcmp(local(at->name), name) == 0;
        if (named && (!space || (at->ns && qstrcmp(local(at->ns->href), space) == 0)))
            found.emplace_back(at);
    }
    return found;
}

QByteArray XmlElement::text() const
{
    xmlChar* content = m_node ? xmlNodeGetContent(m_node) : nullptr;
    const QByteArray bytes(local(content));
    xmlFree(content);
    return bytes.trimmed();
}

QByteArray XmlElement::attribute(const char* name) const
{
    xmlChar* content = m_node ? xmlGetNoNsProp(m_node, reinterpret_cast<const xmlChar*>(name)) : nullptr;
    const QByteArray bytes(local(content));
    xmlFree(content);
    return bytes;
}

void XmlElement::walk(const std::function<void(const XmlElement&)>& visit) const
{
    if (!m_node)
        return;
    visit(*this);
    for (xmlNode* at = m_node->children; at; at = at->next)
        if (at->type == XML_ELEMENT_NODE)
            XmlElement(at).walk(visit);
}

} // namespace diakinisi::signing
