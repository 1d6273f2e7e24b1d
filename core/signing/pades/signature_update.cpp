#include "signing/pades/signature_update.h"

#include "signing/pades/may_sign.h"
#include "signing/validation/judge_signature.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr char byteRangeRoom[] = "[0 ********** ********** **********]";
constexpr int printedAndLocked = 132; // annotation flags

bool isSigned(const pdf::Document& document, const pdf::Field& field)
{
    return field.type == "Sig" && !document.resolve(field.value).dict().isEmpty();
}

QString freeName(const std::vector<pdf::Field>& fields, const QString& stem)
{
    for (int i = 1;; ++i) {
        const QString name = stem + QString::number(i);
        if (std::none_of(fields.begin(), fields.end(), [&](const pdf::Field& f) { return f.name == name; }))
            return name;
    }
}

class Preparation
{
public:
    Preparation(const pdf::Document& document, qsizetype room, const SignOptions& options, const pdf::Font* font)
        : m_document(document),
          m_room(room),
          m_options(options),
          m_font(font),
          m_fields(pdf::readFields(document)),
          m_update(document)
    {
    }

    Result<SignatureUpdate> signature(const CertificateFacts& signer, DigestAlgorithm digest)
    {
        if (const Done read = readAllPages(); !read)
            return fail(read.error());
        const Result<const pdf::Field*> existing = findField();
        if (!existing)
            return fail(existing.error());
        if (const Done may = checkPermission(*existing, signer, digest); !may)
            return fail(may.error());
        if (const Done mark = checkMark(*existing != nullptr); !mark)
            return fail(mark.error());
        const pdf::Ref value = m_update.add(signatureDict(signer, *existing));
        if (*existing)
            useField(**existing, value);
        else
            makeField(value, QStringLiteral("Signature"));
        if (m_options.certify != Certify::None)
            certify(value);
        return finish(value);
    }

    Result<SignatureUpdate> timestamp()
    {
        if (const Done may = mayTimestamp(m_document); !may)
            return fail(may.error());
        if (const Done read = readAllPages(); !read)
            return fail(read.error());
        const pdf::Ref value = m_update.add(valueDict("DocTimeStamp", "ETSI.RFC3161"));
        makeField(value, QStringLiteral("Timestamp"));
        return finish(value);
    }

private:
    Done checkPermission(const pdf::Field* existing, const CertificateFacts& signer, DigestAlgorithm digest) const
    {
        const QString name = existing ? existing->name : m_options.fieldName;
        if (const Done may = maySign(m_document, m_fields, existing, name, m_options); !may)
            return may;
        return existing ? checkSeedValue(m_document, *existing, signer, digest, m_options) : Done();
    }

    Done readAllPages()
    {
        Result<std::vector<pdf::Page>> pages =
            m_document.isRepaired() ? std::vector<pdf::Page>() : pdf::readPages(m_document);
        if (!pages)
            return fail(pages.error());
        m_pages = std::move(*pages);
        return {};
    }

    /// In a field that is there the mark takes the field's own place.
    Done checkMark(bool inField) const
    {
        if (!m_options.mark)
            return {};
        const VisibleMark& mark = *m_options.mark;
        if (!inField && (mark.page < 1 || static_cast<std::size_t>(mark.page) > m_pages.size()))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("page"));
        if (!inField && !pdf::fitsOnPage(m_pages[static_cast<std::size_t>(mark.page) - 1], mark.area))
            return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
        if (!m_font)
            return fail(ErrorCode::FieldMissing, QStringLiteral("font"));
        return pdf::checkMark(mark);
    }

    Result<const pdf::Field*> findField() const
    {
        const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                        [&](const pdf::Field& f) { return f.name == m_options.fieldName; });
        if (m_options.fieldName.isEmpty() || found == m_fields.end())
            return m_options.fieldName.contains(u'.') ? fail(ErrorCode::FieldInvalid, m_options.fieldName)
                                                      : Result<const pdf::Field*>(nullptr);
        if (found->type != "Sig" || !found->hasRef)
            return fail(ErrorCode::FieldInvalid, m_options.fieldName);
        if (isSigned(m_document, *found))
            return fail(ErrorCode::AlreadyExists, m_options.fieldName);
        return &*found;
    }

    pdf::Dict valueDict(const char* type, const char* subFilter) const
    {
        // The two places first, so that no text of the signer's can be taken for them.
        return {{"ByteRange", pdf::Raw{byteRangeRoom}},
                {"Contents", pdf::Raw{'<' + QByteArray(2 * m_room, '0') + '>'}},
                {"Type", pdf::Name{type}},
                {"Filter", pdf::Name{"Adobe.PPKLite"}},
                {"SubFilter", pdf::Name{subFilter}}};
    }

    pdf::Dict signatureDict(const CertificateFacts& signer, const pdf::Field* existing) const
    {
        pdf::Dict dict = valueDict("Sig", "ETSI.CAdES.detached");
        dict.set("M", pdf::textString(writePdfDate(m_options.now)));
        dict.set("Name", pdf::textString(signer.commonName));
        if (!m_options.reason.isEmpty())
            dict.set("Reason", pdf::textString(m_options.reason));
        if (!m_options.location.isEmpty())
            dict.set("Location", pdf::textString(m_options.location));
        pdf::Array references;
        if (m_options.certify != Certify::None) {
            const pdf::Dict parameters{{"Type", pdf::Name{"TransformParams"}},
                                       {"V", pdf::Name{"1.2"}},
                                       {"P", static_cast<int>(m_options.certify)}};
            references.push_back(pdf::Dict{{"Type", pdf::Name{"SigRef"}},
                                           {"TransformMethod", pdf::Name{"DocMDP"}},
                                           {"TransformParams", parameters}});
        }
        if (const pdf::Value lock = existing ? lockReference(m_document, *existing) : pdf::Value(); !lock.isNull())
            references.push_back(lock);
        if (!references.empty())
            dict.set("Reference", std::move(references));
        return dict;
    }

    /// What is shown, for a field of this size on such a page.
    pdf::Dict appearance(double width, double height, int rotation)
    {
        return {{"N", pdf::addMark(m_update, *m_font, *m_options.mark, width, height, rotation)}};
    }

    /// The value goes into the field, the appearance into its widget: mostly, but not always, the same object.
    void useField(const pdf::Field& field, pdf::Ref signature)
    {
        pdf::Dict dict = field.dict;
        dict.set("V", signature);
        m_update.set(field.ref, dict);
        const pdf::Value widget = pdf::widgetOf(m_document, field);
        if (m_options.mark && widget.ref()) {
            pdf::Dict shown = m_update.current(widget).dict();
            const std::size_t page = pdf::pageOf(m_document, m_pages, widget);
            const int turn = page < m_pages.size() ? m_pages[page].rotation : 0;
            if (const auto box = pdf::readRect(m_document, shown["Rect"])) {
                shown.set("AP", turn % 180 ? appearance(box->height, box->width, turn)
                                           : appearance(box->width, box->height, turn));
                m_update.set(*widget.ref(), shown);
            }
        }
        pdf::setSignatureFlags(m_update);
        m_name = field.name;
    }

    void makeField(pdf::Ref signature, const QString& stem)
    {
        m_name = m_options.fieldName.isEmpty() ? freeName(m_fields, stem) : m_options.fieldName;
        const std::size_t number = m_options.mark ? static_cast<std::size_t>(m_options.mark->page) - 1 : 0;
        const pdf::Page& page = m_pages[number];
        const pdf::Ref ref = m_update.reserve();
        pdf::Dict dict{{"Type", pdf::Name{"Annot"}}, {"Subtype", pdf::Name{"Widget"}}, {"FT", pdf::Name{"Sig"}}};
        dict.set("T", pdf::textString(m_name));
        dict.set("F", printedAndLocked);
        dict.set("P", page.ref);
        dict.set("V", signature);
        dict.set("Rect", pdf::rectValue(m_options.mark ? page.fromShown(m_options.mark->area) : pdf::Rect{}));
        if (m_options.mark)
            dict.set("AP", appearance(m_options.mark->area.width, m_options.mark->area.height, page.rotation));
        m_update.set(ref, dict);
        pdf::addField(m_update, {ref, page.ref, true, {}, pdf::sharesAnnotations(m_pages, page)});
    }

    void certify(pdf::Ref signature)
    {
        const pdf::Value& root = m_document.trailer()["Root"];
        pdf::Dict catalog = m_update.current(root).dict();
        pdf::Dict permissions = m_update.current(catalog, "Perms").dict();
        permissions.set("DocMDP", signature);
        catalog.set("Perms", permissions);
        m_update.set(*root.ref(), catalog);
    }

    Result<SignatureUpdate> finish(pdf::Ref signature) const
    {
        const pdf::IncrementalUpdate::Section section = m_update.section();
        SignatureUpdate result{section.bytes, m_name, 0, 0, 0};
        const qsizetype at = section.objectsAt.at(signature);
        result.byteRangeAt = section.bytes.indexOf(byteRangeRoom, at);
        result.contentsAt = section.bytes.indexOf('<', result.byteRangeAt + 1);
        result.contentsLength = section.bytes.indexOf('>', result.contentsAt) + 1 - result.contentsAt;
        if (result.byteRangeAt < 0 || result.contentsAt < 0)
            return fail(ErrorCode::InternalFault, {}, QStringLiteral("the signature's places were not found"));
        return result;
    }

    const pdf::Document& m_document;
    qsizetype m_room;
    const SignOptions& m_options;
    const pdf::Font* m_font;
    std::vector<pdf::Field> m_fields;
    std::vector<pdf::Page> m_pages;
    pdf::IncrementalUpdate m_update;
    QString m_name;
};

} // namespace

void SignatureUpdate::setByteRange(std::int64_t former)
{
    const auto number = [](std::int64_t n) { return QByteArray::number(static_cast<qlonglong>(n)); };
    const std::int64_t after = former + contentsAt + contentsLength;
    const QByteArray range =
        "[0 " + number(former + contentsAt) + ' ' + number(after) + ' ' + number(former + bytes.size() - after) + ']';
    bytes.replace(byteRangeAt, static_cast<qsizetype>(sizeof(byteRangeRoom)) - 1,
                  range.leftJustified(static_cast<qsizetype>(sizeof(byteRangeRoom)) - 1, ' '));
}

bool SignatureUpdate::setContents(const QByteArray& value)
{
    const QByteArray hex = value.toHex();
    if (hex.size() > contentsLength - 2)
        return false;
    bytes.replace(contentsAt + 1, hex.size(), hex);
    return true;
}

Result<SignatureUpdate> prepareSignature(const pdf::Document& document, const SignerToBe& signer,
                                         const SignOptions& options, const pdf::Font* font)
{
    return Preparation(document, signer.room, options, font).signature(signer.facts, signer.digest);
}

Result<SignatureUpdate> prepareDocumentTimestamp(const pdf::Document& document, qsizetype room)
{
    const SignOptions none;
    return Preparation(document, room, none, nullptr).timestamp();
}

} // namespace diakinisi::signing
