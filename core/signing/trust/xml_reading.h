#pragma once
#include "base/result.h"

#include <QByteArray>

#include <libxml/tree.h>

#include <functional>
#include <memory>
#include <vector>

namespace diakinisi::signing {

struct FreedXml {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, FreedXml>;

/// Parses XML that came from anybody: at most 32 MB, 64 deep, no DTD and so no entities, nothing loaded from anywhere.
/// MalformedInput, LimitExceeded.
Result<XmlDocument> parseXml(const QByteArray& bytes);

/// An element of a document, found by its local name; an empty one where there is none. Lives no longer than the
/// document.
class XmlElement
{
public:
    explicit XmlElement(xmlNode* node = nullptr) : m_node(node) {}

    explicit operator bool() const { return m_node != nullptr; }
    xmlNode* node() const { return m_node; }
    XmlElement child(const char* name) const;
    /// Those children with this name, in any namespace or in one; at most 5000.
    std::vector<XmlElement> children(const char* name, const char* space = nullptr) const;
    /// The text of it and all below.
    QByteArray text() const;
    QByteArray attribute(const char* name) const;
    /// All below, and itself.
    void walk(const std::function<void(const XmlElement&)>& visit) const;

private:
    xmlNode* m_node;
};

} // namespace diakinisi::signing
