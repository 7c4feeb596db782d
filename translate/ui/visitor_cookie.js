// A cookie by which a visitor of a shared page is known again. Scripts may read it, as it has no other way in than this
// one; the reading view, which shows texts of strangers, is in a frame without cookies.
export default function ({ data }) {
  const { name, value, days } = data;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  const path = location.pathname.replace(/[^/]*$/, "");
  document.cookie = `${name}=${value}; Path=${path}; Max-Age=${days * 86400}; SameSite=Strict${secure}`;
}
